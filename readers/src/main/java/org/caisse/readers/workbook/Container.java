package org.caisse.readers.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip archive that a workbook is. Only parts that are asked for are unpacked, never to a file;
 * their names are compared, never used as paths. What all of them may come to is bounded by the
 * size of the archive.
 */
final class Container implements AutoCloseable {

  /** Unpacked, this is harmless, however small the archive is. */
  static final long HARMLESS_BYTES = 64L << 20;

  /** Sheets that spreadsheet programs write unpack to 6 to 20 times their size. */
  static final long MAX_RATIO = 100;

  /** Twice what a full sheet of 30 columns comes to. */
  static final long MAX_UNPACKED_BYTES = 4L << 30;

  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_DIRECTORY_BYTES = 2 << 20;

  private static final int END_BYTES = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ZIP64_COUNT = 0xFFFF;
  private static final long ZIP64_SIZE = 0xFFFFFFFFL;

  private final ZipFile zip;
  private final Map<String, ZipEntry> parts = new HashMap<>();
  private long mayUnpack;

  /**
   * @throws WorkbookException when it is no zip archive, a damaged one, or made to do harm
   */
  Container(Path file) throws IOException {
    long length = Files.size(file);
    int entries = checkEnd(file, length);
    try {
      zip = new ZipFile(file.toFile(), UTF_8);
    } catch (ZipException | IllegalArgumentException e) {
      throw WorkbookException.damaged("zip: " + e.getMessage());
    }
    try {
      collectParts(length);
      if (parts.size() != entries) {
        throw WorkbookException.damaged("zip: " + parts.size() + " / " + entries + " entries");
      }
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
    mayUnpack = Math.max(HARMLESS_BYTES, Math.min(MAX_UNPACKED_BYTES, length * MAX_RATIO));
  }

  boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /**
   * Unpacks a part; reading fails when it does not have the length and checksum that the archive
   * says, and is refused when too much comes out.
   *
   * @throws WorkbookException when there is no such part
   */
  InputStream open(String name) throws IOException {
    ZipEntry entry = parts.get(key(name));
    if (entry == null) {
      throw WorkbookException.damaged(name + " is missing");
    }
    try {
      return new PartStream(zip.getInputStream(entry), entry, this::unpacked);
    } catch (ZipException e) {
      throw WorkbookException.damaged(name + ": " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void unpacked(String name, long bytes) {
    mayUnpack -= bytes;
    if (mayUnpack < 0) {
      throw WorkbookException.tooLarge(name, MAX_UNPACKED_BYTES);
    }
  }

  private void collectParts(long length) {
    long packed = 0;
    for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
      ZipEntry entry = all.next();
      packed += entry.getCompressedSize();
      if (packed > length) {
        throw WorkbookException.damaged("zip: entries overlap at " + entry.getName());
      }
      if (parts.put(key(entry.getName()), entry) != null) {
        throw WorkbookException.damaged("zip: " + entry.getName() + " twice");
      }
    }
  }

  /** Names of parts are the same whatever their case; some programs write backslashes. */
  private static String key(String name) {
    return name.replace('\\', '/').toLowerCase(Locale.ROOT);
  }

  /**
   * The library reads the whole directory of an archive into memory, so its size is looked at
   * first. No spreadsheet program puts anything before the archive, between its directory and its
   * end, or after it.
   *
   * @return how many entries there are, as the end says
   */
  private static int checkEnd(Path file, long length) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (length < END_BYTES) {
        throw WorkbookException.damaged("zip: no end");
      }
      byte[] bytes = new byte[END_BYTES];
      in.seek(length - END_BYTES);
      in.readFully(bytes);
      ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int entries = Short.toUnsignedInt(end.getShort(10));
      long directory = Integer.toUnsignedLong(end.getInt(12));
      long offset = Integer.toUnsignedLong(end.getInt(16));
      if (end.getInt(0) != END_SIGNATURE || end.getShort(20) != 0) {
        throw WorkbookException.damaged("zip: no end");
      }
      if (entries == ZIP64_COUNT || directory == ZIP64_SIZE || offset == ZIP64_SIZE) {
        throw WorkbookException.tooLarge("zip64", MAX_ENTRIES);
      }
      if (entries > MAX_ENTRIES) {
        throw WorkbookException.tooLarge("zip: " + entries + " entries", MAX_ENTRIES);
      }
      if (directory > MAX_DIRECTORY_BYTES) {
        throw WorkbookException.tooLarge("zip: directory", MAX_DIRECTORY_BYTES);
      }
      if (offset + directory != length - END_BYTES) {
        throw WorkbookException.damaged("zip: " + offset + " + " + directory + " bytes");
      }
      return entries;
    }
  }
}
