package org.caisse.jobs.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.ContentStore;
import org.caisse.jobs.run.LawFiles;
import org.caisse.jobs.run.UsageException;
import org.caisse.writers.file.Sha256Sums;

/** Compares every file that manifests name with its hash, and looks for files that none names. */
final class RunFilesCheck {

  static final String OUTPUT = "an output is what the run wrote";

  private static final String RESTORE = "restore it from a copy whose sha256 is %s";

  private final Workspace workspace;
  private final ContentStore received;
  private final Findings findings;
  private final Set<String> labels = new HashSet<>();
  private final Set<String> laws = new HashSet<>();
  private long outboxFiles;
  private long archiveFiles;
  private long receivedFiles;
  private long bytes;

  RunFilesCheck(Workspace workspace, Findings findings) {
    this.workspace = workspace;
    this.received = new ContentStore(workspace, FailPoint.NONE);
    this.findings = findings;
  }

  /** Checks the files of one run. */
  void run(Manifest.Body body, Manifest.Envelope envelope) {
    labels.add(body.run());
    outbox(body, envelope);
    archive(body, envelope);
    for (Manifest.InputFile file : body.inputFiles()) {
      receivedFiles++;
      hash(
          received.path(file.sha256()),
          file.sha256(),
          "the copy of a received file is kept as it came",
          "%s of run %s".formatted(file.name(), body.run()));
    }
    law(body, body.packSha256(), "pack");
    law(body, body.settingsSha256(), "settings");
    if (body.formatsSha256() != null) {
      law(body, body.formatsSha256(), "formats");
    }
  }

  /**
   * Looks for folders of runs that no manifest names.
   *
   * @param known whether a run with a label exists without manifest, because it is under way
   */
  void unclaimed(Predicate<String> known) {
    for (Path place : List.of(workspace.outbox(), workspace.archive())) {
      for (Path scope : children(place)) {
        String name = scope.getFileName().toString();
        if (place.equals(workspace.archive()) && (name.equals("files") || name.equals("law"))) {
          continue;
        }
        for (Path folder : Files.isDirectory(scope) ? children(scope) : List.of(scope)) {
          String label = place.relativize(folder).toString();
          if (!labels.contains(label) && !known.test(label)) {
            findings.notice(
                "a folder belongs to a run",
                folder.toString(),
                "no manifest names it",
                "it is of a run that never completed, or its manifest was removed: compare the head"
                    + " of the chain with the one printed on statements, then move the folder"
                    + " away");
          }
        }
      }
    }
  }

  VerifyReport.Checked checked(boolean database, long manifests) {
    return new VerifyReport.Checked(
        database, manifests, outboxFiles, archiveFiles, receivedFiles, laws.size(), bytes);
  }

  private void outbox(Manifest.Body body, Manifest.Envelope envelope) {
    Path folder = workspace.outbox().resolve(body.run());
    Map<String, String> bytesOf = bytesOf(envelope.outboxFiles());
    body.outputs("outbox").stream()
        .filter(output -> output.sha256() != null)
        .forEach(output -> bytesOf.put(output.name(), output.sha256()));
    Map<String, String> sums = new HashMap<>();
    for (Manifest.OutputFile output : body.outputs("outbox")) {
      outboxFiles++;
      Path file = folder.resolve(output.name());
      String sha256 = bytesOf.get(output.name());
      if (output.name().endsWith(".xlsx")) {
        new WorkbookCheck(file, output, findings).check(sha256);
        bytes += size(file);
      } else if (hash(file, sha256, OUTPUT, file.toString())
          && output.name().equals(Sha256Sums.NAME)) {
        sums.putAll(list(file));
      }
    }
    for (Manifest.OutputFile output : body.outputs("outbox")) {
      String listed = sums.get(output.name());
      String sha256 = bytesOf.get(output.name());
      if (listed != null && !listed.equals(sha256)) {
        findings.broken(
            "the list of checksums says what the manifest says",
            folder.resolve(output.name()).toString(),
            "listed with " + listed,
            RESTORE.formatted(sha256));
      }
    }
    extra(
        folder,
        names(body.outputs("outbox")),
        "move it away: whoever looks there takes it for an output");
  }

  private void archive(Manifest.Body body, Manifest.Envelope envelope) {
    Path folder = workspace.archive().resolve(body.run());
    Map<String, String> bytesOf = bytesOf(envelope.archiveFiles());
    for (Manifest.OutputFile output : body.outputs("archive")) {
      archiveFiles++;
      new ArchiveFileCheck(folder.resolve(output.name()), output, findings)
          .check(bytesOf.get(output.name()));
      bytes += size(folder.resolve(output.name()));
    }
    extra(
        folder,
        names(body.outputs("archive")),
        "a process that died may have left it: delete it, no run will miss it");
  }

  private void law(Manifest.Body body, String sha256, String kind) {
    if (laws.add(sha256)) {
      hash(
          LawFiles.file(workspace, sha256),
          sha256,
          "the law of a run is archived as it was",
          "%s of run %s".formatted(kind, body.run()));
    }
  }

  private static Map<String, String> bytesOf(List<Manifest.FileBytes> files) {
    Map<String, String> bytesOf = new HashMap<>();
    files.forEach(file -> bytesOf.put(file.name(), file.sha256()));
    return bytesOf;
  }

  /** Whether the file is there with its hash. */
  private boolean hash(Path file, String sha256, String what, String where) {
    if (!Files.isRegularFile(file)) {
      findings.broken(what, where, "there is no file " + file, RESTORE.formatted(sha256));
      return false;
    }
    bytes += size(file);
    String found = sha256(file);
    if (!found.equals(sha256)) {
      findings.broken(what, where, "its sha256 is " + found, RESTORE.formatted(sha256));
    }
    return found.equals(sha256);
  }

  private void extra(Path folder, Set<String> expected, String todo) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> !Files.isDirectory(file))
          .filter(file -> !expected.contains(folder.relativize(file).toString()))
          .sorted()
          .forEach(
              file ->
                  findings.notice(
                      "a run's folder holds only what the run wrote",
                      file.toString(),
                      "the manifest does not name it",
                      todo));
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be read", e);
    }
  }

  private Map<String, String> list(Path sums) {
    Map<String, String> listed = new HashMap<>();
    try {
      for (String line : Files.readAllLines(sums)) {
        int space = line.indexOf("  ");
        if (space > 0) {
          listed.put(line.substring(space + 2), line.substring(0, space));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(sums + " cannot be read", e);
    }
    return listed;
  }

  private static Set<String> names(List<Manifest.OutputFile> outputs) {
    Set<String> names = new HashSet<>();
    outputs.forEach(output -> names.add(output.name()));
    return names;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be read", e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The hash, or why there is none: a file that cannot be read is a finding, not the end. */
  static String sha256(Path file) {
    try {
      return ContentStore.content(file).sha256();
    } catch (UsageException e) {
      return e.getMessage();
    }
  }
}
