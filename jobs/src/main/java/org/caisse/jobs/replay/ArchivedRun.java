package org.caisse.jobs.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.caisse.config.pack.PackException;
import org.caisse.config.pack.PackFiles;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.SettingsException;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.jobs.run.Chain;
import org.caisse.jobs.run.ContentStore;
import org.caisse.jobs.run.LawFiles;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.verify.Manifest;
import org.caisse.jobs.verify.ManifestFolder;

/**
 * A completed run as its manifest and archive tell it.
 *
 * @param key which one
 * @param manifest what was signed
 * @param body of the manifest
 * @param folder of its archive
 */
record ArchivedRun(RunKey key, Manifest manifest, Manifest.Body body, Path folder) {

  /**
   * Finds the manifest of a run and checks its hashes.
   *
   * @throws UsageException when there is none, or the run was given up
   * @throws ReplayException when it was changed
   */
  static ArchivedRun of(Workspace workspace, RunKey key) {
    Path file =
        new ManifestFolder(workspace)
            .find(key)
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no manifest of run %s in %s: only completed runs have one (see `caisse runs`)"
                            .formatted(key.label(), workspace.manifests())));
    try {
      Manifest manifest = Manifest.read(file);
      String bodySha256 = Chain.sha256(manifest.body());
      if (!bodySha256.equals(manifest.bodySha256())
          || !Chain.hash(bodySha256, manifest.envelope()).equals(manifest.hash())) {
        throw new ReplayException(
            "manifest %s is not what was signed: its hashes do not fit; `caisse verify` says more, restore it from a copy"
                .formatted(file));
      }
      Manifest.Body body = manifest.parsedBody();
      if (body.abandoned() != null) {
        throw new UsageException(
            "run %s was given up (%s): nothing of it counts, there is nothing to replay"
                .formatted(key.label(), body.abandoned().reason()));
      }
      return new ArchivedRun(key, manifest, body, workspace.archive().resolve(key.label()));
    } catch (IllegalArgumentException e) {
      throw new ReplayException("manifest %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * @throws ReplayException when the rules of this program are not those of the run
   */
  void requireRuleset() {
    if (body.ruleset() != RunEnvironment.RULESET) {
      throw new ReplayException(
          "run %s was decided by ruleset %d, this program has ruleset %d: replay it with %s"
              .formatted(key.label(), body.ruleset(), RunEnvironment.RULESET, body.program()));
    }
  }

  /**
   * Pack and settings as the run saw them.
   *
   * @throws ReplayException when they are missing or were changed
   */
  Law law(Workspace workspace) {
    byte[] pack = content(workspace, body.packSha256(), "pack");
    byte[] settings = content(workspace, body.settingsSha256(), "settings");
    try {
      Pack loaded = PackLoader.load(PackFiles.fromBytes(pack), body.pack().id());
      return new Law(loaded, SettingsLoader.load(settings, "settings.yaml", loaded).fund());
    } catch (IllegalArgumentException | PackException | SettingsException e) {
      throw new ReplayException(
          "the law of run %s cannot be loaded from the archive: %s"
              .formatted(key.label(), e.getMessage()),
          e);
    }
  }

  /** Archive files of one kind, in their order. */
  List<Manifest.OutputFile> files(String kind) {
    return body.outputs("archive").stream()
        .filter(file -> file.name().matches(kind + "-\\d+\\.parquet"))
        .sorted(
            Comparator.comparingInt((Manifest.OutputFile file) -> file.name().length())
                .thenComparing(Manifest.OutputFile::name))
        .toList();
  }

  private byte[] content(Workspace workspace, String sha256, String kind) {
    Path file = LawFiles.file(workspace, sha256);
    if (!Files.isRegularFile(file)) {
      throw new ReplayException(
          "the %s of run %s is not in the archive: there is no file %s; any run or `caisse recover` makes it again from the database"
              .formatted(kind, key.label(), file));
    }
    String found = ContentStore.content(file).sha256();
    if (!found.equals(sha256)) {
      throw new ReplayException(
          "%s is not the %s of run %s: its sha256 is %s; move it away, then any run or `caisse recover` makes it again from the database"
              .formatted(file, kind, key.label(), found));
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
