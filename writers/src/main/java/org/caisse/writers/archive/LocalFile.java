package org.caisse.writers.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file on this machine's disk that is hashed as it is written, once, from front to back. */
final class LocalFile implements OutputFile, AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final Path path;
  private final FileChannel channel;
  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private long drained;

  /** Opens the file, emptied if it exists. */
  LocalFile(Path path) throws IOException {
    this.path = path;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
  }

  long bytes() {
    return drained + buffered;
  }

  /** The hash of all bytes, in lower-case hexadecimal; to be asked once, at the end. */
  String sha256() throws IOException {
    drain();
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns when the bytes are on the disk. */
  void force() throws IOException {
    drain();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return new Stream();
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return new Stream();
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  @Override
  public String getPath() {
    return path.toString();
  }

  private void drain() throws IOException {
    digest.update(buffer, 0, buffered);
    ByteBuffer rest = ByteBuffer.wrap(buffer, 0, buffered);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    drained += buffered;
    buffered = 0;
  }

  /** What Parquet writes to; closing it leaves the file open, to be forced. */
  private final class Stream extends PositionOutputStream {

    @Override
    public long getPos() {
      return bytes();
    }

    @Override
    public void write(int value) throws IOException {
      if (buffered == BUFFER) {
        drain();
      }
      buffer[buffered++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      int from = offset;
      int left = length;
      while (left > 0) {
        if (buffered == BUFFER) {
          drain();
        }
        int part = Math.min(left, BUFFER - buffered);
        System.arraycopy(source, from, buffer, buffered, part);
        buffered += part;
        from += part;
        left -= part;
      }
    }
  }
}
