package org.caisse.config.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder in which one fund works ({@code --home}).
 *
 * @param home its absolute path
 * @param dryRun whether what runs leave is only tried out: it then goes to a folder of its own
 */
public record Workspace(Path home, boolean dryRun) {

  public Workspace {
    home = home.toAbsolutePath().normalize();
  }

  /** The folder in which runs leave what they leave. */
  public Workspace(Path home) {
    this(home, false);
  }

  /** The same folder, for runs that are only tried out. */
  public Workspace forDryRun() {
    return new Workspace(home, true);
  }

  /** The same folder, as runs left it that were not only tried out. */
  public Workspace forReal() {
    return new Workspace(home, false);
  }

  /** Files that came in and are to be read. */
  public Path inbox() {
    return home.resolve("inbox");
  }

  /** Files for others: payment orders, notices, statements, rejects. */
  public Path outbox() {
    return home.resolve(dryRun ? "dry-run" : "outbox");
  }

  /** What the rules saw and what they decided, per run. */
  public Path archive() {
    return results().resolve("archive");
  }

  /** One manifest per run: what went in, what came out, with hashes. */
  public Path manifests() {
    return results().resolve("manifests");
  }

  /** What runs under way can make again: never identifying, removed when they complete. */
  public Path work() {
    return results().resolve("work");
  }

  /** The embedded database server: data, log, locks, how to reach it. */
  public Path db() {
    return home.resolve("db");
  }

  /** What the program wrote down about failures; made when there is something to write. */
  public Path log() {
    return home.resolve("log");
  }

  /** The fund's own scheme packs, beside the bundled ones. */
  public Path packs() {
    return home.resolve("packs");
  }

  /** Descriptions of formats that the fund adds to the bundled ones, {@code *.json}. */
  public Path formats() {
    return home.resolve("formats");
  }

  /** What each sender does differently, {@code *.yaml}. */
  public Path senders() {
    return home.resolve("senders");
  }

  /** The file with what the law leaves to the fund. */
  public Path settings() {
    return home.resolve("settings.yaml");
  }

  /** Keys that sign manifests. */
  public Path keys() {
    return results().resolve("keys");
  }

  /** Where a dry run keeps what nobody is to see; removed when it ends. */
  public Path scratch() {
    return home.resolve("dry-run").resolve(".scratch");
  }

  private Path results() {
    return dryRun ? scratch() : home;
  }

  /**
   * Makes the folders that are missing. Database and keys are for their owner's eyes only.
   *
   * @throws UncheckedIOException when one cannot be made
   */
  public Workspace create() {
    try {
      for (Path folder :
          List.of(inbox(), outbox(), archive(), manifests(), packs(), formats(), senders())) {
        Files.createDirectories(folder);
      }
      for (Path folder : List.of(db(), keys())) {
        createPrivate(folder);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "workspace %s: a folder cannot be made (%s): check that you may write there, or name another with --home"
              .formatted(home, e.getMessage()),
          e);
    }
  }

  private static void createPrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    PosixFileAttributeView posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }
}
