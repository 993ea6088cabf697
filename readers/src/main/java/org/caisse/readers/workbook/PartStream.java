package org.caisse.readers.workbook;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** An unpacked part that tells how much comes out and checks, at its end, that it is all of it. */
final class PartStream extends FilterInputStream {

  /** Hears of every piece that was unpacked, and refuses when it is too much. */
  interface Meter {
    void unpacked(String part, long bytes);
  }

  private final ZipEntry entry;
  private final Meter meter;
  private final CRC32 checksum = new CRC32();
  private long length;

  PartStream(InputStream in, ZipEntry entry, Meter meter) {
    super(in);
    this.entry = entry;
    this.meter = meter;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = unpacked(bytes, from, count);
    if (read > 0) {
      meter.unpacked(entry.getName(), read);
      checksum.update(bytes, from, read);
      length += read;
    } else if (read < 0 && (length != entry.getSize() || checksum.getValue() != entry.getCrc())) {
      throw WorkbookException.damaged(entry.getName() + ": checksum");
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    throw new UnsupportedOperationException("a part is read from its beginning to its end");
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int unpacked(byte[] bytes, int from, int count) throws IOException {
    try {
      return in.read(bytes, from, count);
    } catch (ZipException | EOFException e) {
      throw WorkbookException.damaged(entry.getName() + ": " + e.getMessage());
    }
  }
}
