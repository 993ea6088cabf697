package org.caisse.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.run.FailPoint;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.WrittenFile;

/**
 * Received files, kept for ever under the hash of their content: what a run read cannot change
 * under its feet.
 */
public final class ContentStore {

  private static final int BUFFER = 1 << 17;

  private final Path root;
  private final Path rootForReal;
  private final FailPoint failPoint;

  public ContentStore(Workspace workspace, FailPoint failPoint) {
    this.root = workspace.archive().resolve("files");
    this.rootForReal = workspace.forReal().archive().resolve("files");
    this.failPoint = failPoint;
  }

  /** Where the content with this hash is, or would be. A dry run reads what is kept, too. */
  public Path path(String sha256) {
    Path kept = path(rootForReal, sha256);
    return Files.exists(kept) ? kept : path(root, sha256);
  }

  private static Path path(Path root, String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /**
   * What a file holds.
   *
   * @param sha256 of its bytes, in lower-case hexadecimal
   * @param bytes its size
   * @param lines line feeds in it
   */
  public record Content(String sha256, long bytes, long lines) {}

  /**
   * Reads a file through.
   *
   * @throws UsageException when it cannot be read
   */
  public static Content content(Path file) {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    long lines = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
        lines += lineFeeds(buffer, read);
      }
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file " + file, e);
    } catch (IOException e) {
      throw new UsageException("file " + file + " cannot be read: " + e.getMessage(), e);
    }
    return new Content(HexFormat.of().formatHex(digest.digest()), bytes, lines);
  }

  private static int lineFeeds(byte[] buffer, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += buffer[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /**
   * Keeps a copy.
   *
   * @param sha256 of the file when it was chosen
   * @throws UsageException when the file has changed since
   */
  public void keep(Path file, String sha256) {
    Path target = path(sha256);
    if (Files.exists(target)) {
      return;
    }
    try {
      Files.createDirectories(target.getParent());
      WrittenFile written = AtomicFile.write(target, failPoint, out -> Files.copy(file, out));
      if (!written.sha256().equals(sha256)) {
        Files.delete(target);
        throw new UsageException(
            "file " + file + " changed while it was being taken in: try again when it is complete");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a copy of " + file, e);
    }
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
