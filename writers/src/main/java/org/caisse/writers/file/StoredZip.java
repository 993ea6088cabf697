package org.caisse.writers.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip of many small documents, with the same bytes for the same documents in the same order:
 * stored without compression, one fixed time, UTF-8 names. Zip64 where the numbers need it.
 */
public final class StoredZip {

  /**
   * A time without meaning. Not the first day that a zip can express: Java takes that for "before",
   * and adds a field that depends on the time zone.
   */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream zip;
  private final CRC32 crc = new CRC32();
  private int entries;

  /**
   * @param out receives the zip; buffered and closed by the caller
   */
  public StoredZip(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setMethod(ZipOutputStream.STORED);
  }

  /**
   * Adds a document.
   *
   * @param name relative, with '/' between parts
   * @throws IllegalArgumentException when the name could lead out of a directory
   * @throws java.util.zip.ZipException when the name was used before
   */
  public void add(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(EntryName.checked(name));
    crc.reset();
    crc.update(content);
    entry.setTimeLocal(TIME);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
    entries++;
  }

  /** Number of documents so far. */
  public int entries() {
    return entries;
  }

  /** Ends the zip; the stream stays open. */
  public void finish() throws IOException {
    zip.finish();
    zip.flush();
  }
}
