package org.caisse.writers.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
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
  private final MessageDigest contents;
  private int entries;

  /**
   * @param out receives the zip; buffered and closed by the caller
   */
  public StoredZip(OutputStream out) {
    this(out, null);
  }

  private StoredZip(OutputStream out, MessageDigest contents) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.contents = contents;
    zip.setMethod(ZipOutputStream.STORED);
  }

  /** One that knows its {@link #contentSha256}, for documents whose bytes may differ. */
  public static StoredZip ofWorkbooks(OutputStream out) {
    return new StoredZip(out, Sha256.digest());
  }

  /**
   * Adds a document.
   *
   * @param name relative, with '/' between parts
   * @throws IllegalArgumentException when the name could lead out of a directory
   * @throws java.util.zip.ZipException when the name was used before
   */
  public void add(String name, byte[] content) throws IOException {
    add(name, content, null);
  }

  /**
   * Adds a document whose bytes may be others on another machine.
   *
   * @param contentSha256 canonical hash of its content; null when its bytes are its content
   */
  public void add(String name, byte[] content, String contentSha256) throws IOException {
    if (contents != null) {
      String sha256 = contentSha256 == null ? Sha256.of(content) : contentSha256;
      contents.update((sha256 + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
    }
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

  /** Canonical hash of all documents so far; to be asked once, at the end. */
  public String contentSha256() {
    return HexFormat.of().formatHex(contents.digest());
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
