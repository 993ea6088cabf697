package org.caisse.writers.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.caisse.domain.run.FailPoint;

/**
 * Writes a file so that it appears whole or not at all: temporary name in the same directory,
 * write, force, read again and compare, rename, force the directory.
 */
public final class AtomicFile {

  private static final int BUFFER_BYTES = 256 * 1024;

  private AtomicFile() {}

  /** What is to be in a file. */
  @FunctionalInterface
  public interface Content {

    /** Writes the whole content; the stream is buffered, and closed by whoever gave it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Publishes a file. One that stands there already with the same bytes is replaced, so that a
   * restart may write again what it wrote before.
   *
   * @param target its name once it is whole; the directory must exist
   * @param failPoint reached before the force, the rename and the force of the directory
   * @throws FileAlreadyExistsException when other content stands under that name
   * @throws IOException when it cannot be written, or does not read back as written; nothing is
   *     left behind
   */
  public static WrittenFile write(Path target, FailPoint failPoint, Content content)
      throws IOException {
    return write(target, failPoint, content, false);
  }

  /**
   * Writes a file whatever stands under its name: for lists that are made anew, such as checksums.
   *
   * @see #write(Path, FailPoint, Content)
   */
  public static WrittenFile replace(Path target, FailPoint failPoint, Content content)
      throws IOException {
    return write(target, failPoint, content, true);
  }

  private static WrittenFile write(
      Path target, FailPoint failPoint, Content content, boolean mayDiffer) throws IOException {
    String name = target.getFileName().toString();
    Path part = PartFile.of(target);
    try {
      WrittenFile written = fill(part, name, failPoint, content);
      compare(name, written, readAgain(part));
      if (!mayDiffer) {
        refuseOtherContent(target, written);
      }
      failPoint.reached("rename " + name);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      failPoint.reached("force directory of " + name);
      forceDirectory(target.toAbsolutePath().getParent());
      return new WrittenFile(target, written.bytes(), written.sha256());
    } finally {
      PartFile.delete(part);
    }
  }

  private static WrittenFile fill(Path part, String name, FailPoint failPoint, Content content)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    try (FileChannel channel =
            FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out =
            new BufferedOutputStream(
                new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER_BYTES)) {
      content.writeTo(out);
      out.flush();
      failPoint.reached("force " + name);
      channel.force(true);
      return new WrittenFile(part, channel.size(), HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static WrittenFile readAgain(Path file) throws IOException {
    return new WrittenFile(file, Files.size(file), Sha256.of(file));
  }

  private static void compare(String name, WrittenFile written, WrittenFile read)
      throws IOException {
    if (!written.equals(read)) {
      throw new IOException(
          ("%s does not read back as it was written: %d bytes, sha256 %s instead of %d bytes,"
                  + " sha256 %s; check the disk, then restart the run")
              .formatted(name, read.bytes(), read.sha256(), written.bytes(), written.sha256()));
    }
  }

  private static void refuseOtherContent(Path target, WrittenFile written) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (Files.size(target) != written.bytes() || !Sha256.of(target).equals(written.sha256())) {
      throw new FileAlreadyExistsException(
          target.toString(),
          null,
          "other content stands under this name and may have been sent: move it away, then restart"
              + " the run");
    }
  }

  private static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
