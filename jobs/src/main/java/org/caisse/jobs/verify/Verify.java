package org.caisse.jobs.verify;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunProgress;

/**
 * Checks that everything is still as the runs left it: the books, the chain of manifests, and every
 * file that came in, went out or was archived. It reads and changes nothing.
 */
public final class Verify {

  private Verify() {}

  /** Checks database and files. */
  public static VerifyReport run(RunEnvironment environment) {
    return run(environment, RunProgress.NONE);
  }

  /** Checks database and files, and tells how it advances. */
  public static VerifyReport run(RunEnvironment environment, RunProgress progress) {
    Workspace workspace = environment.workspace();
    Findings findings = new Findings();
    Optional<ManifestKey> key = key(workspace, findings);
    DatabaseCheck database = new DatabaseCheck(environment, findings);
    progress.stepStarted("invariants");
    database.invariants();
    progress.stepEnded("invariants", true);
    ChainCheck chain = new ChainCheck(key, findings);
    RunFilesCheck files = new RunFilesCheck(workspace, findings);
    progress.stepStarted("files");
    progress.expect(database.manifests(), "runs");
    database.manifests(
        (row, body, envelope) -> {
          chain.next(row.seq(), row.manifest(), envelope, "manifest row " + row.seq());
          files.run(body, envelope);
          progress.advancedTo(chain.checked());
        });
    database.manifestFiles();
    files.unclaimed(database::isRun);
    progress.stepEnded("files", true);
    return new VerifyReport(
        files.checked(true, chain.checked()),
        findings.first(),
        findings.count(),
        chain.head(),
        key.map(ManifestKey::fingerprint).orElse(""));
  }

  /**
   * Checks what can be checked without a database: the chain by its files, and the files that it
   * names. A chain whose end was removed looks whole: compare its head with printed statements.
   */
  public static VerifyReport offline(Workspace workspace) {
    return offline(workspace, RunProgress.NONE);
  }

  /** The same, and tells how it advances. */
  public static VerifyReport offline(Workspace workspace, RunProgress progress) {
    Findings findings = new Findings();
    Optional<ManifestKey> key = key(workspace, findings);
    ChainCheck chain = new ChainCheck(key, findings);
    RunFilesCheck files = new RunFilesCheck(workspace, findings);
    ManifestFolder folder = new ManifestFolder(workspace);
    progress.stepStarted("files");
    progress.expect(folder.entries().size(), "runs");
    for (ManifestFolder.Entry entry : folder.entries()) {
      try {
        Manifest manifest = Manifest.read(entry.file());
        Manifest.Envelope envelope = manifest.parsedEnvelope();
        chain.next(entry.seq(), manifest, envelope, entry.file().toString());
        files.run(manifest.parsedBody(), envelope);
      } catch (IllegalArgumentException | UncheckedIOException e) {
        findings.broken(
            "a manifest can be read",
            entry.file().toString(),
            e.getMessage(),
            "restore it from a copy, or let `caisse recover` make it again from the database");
      }
      progress.advancedTo(chain.checked());
    }
    files.unclaimed(label -> false);
    progress.stepEnded("files", true);
    return new VerifyReport(
        files.checked(false, chain.checked()),
        findings.first(),
        findings.count(),
        chain.head(),
        key.map(ManifestKey::fingerprint).orElse(""));
  }

  private static Optional<ManifestKey> key(Workspace workspace, Findings findings) {
    Optional<ManifestKey> key = ManifestKey.of(workspace);
    if (key.isEmpty() && !new ManifestFolder(workspace).entries().isEmpty()) {
      findings.broken(
          "the workspace has the key of its manifests",
          ManifestKey.file(workspace).toString(),
          "there is none: signatures were not checked",
          "restore the folder keys from a copy");
    }
    return key;
  }
}
