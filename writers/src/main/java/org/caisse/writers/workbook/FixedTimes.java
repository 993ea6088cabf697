package org.caisse.writers.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Copies a workbook with fixed times: that of its making, which fastexcel takes from the clock
 * without asking, and those of the entries. What is compressed is copied as it is.
 */
final class FixedTimes {

  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED =
      Pattern.compile("(<dcterms:created [^>]*>)[^<]*(</dcterms:created>)");

  /** Of the entries: without meaning, and the same in every time zone. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private FixedTimes() {}

  static void copy(Path draft, LocalDate created, OutputStream out) throws IOException {
    copy(ZipFile.builder().setPath(draft), created, out);
  }

  /** The same of one in memory. */
  static void copy(byte[] draft, LocalDate created, OutputStream out) throws IOException {
    copy(ZipFile.builder().setByteArray(draft), created, out);
  }

  private static void copy(ZipFile.Builder draft, LocalDate created, OutputStream out)
      throws IOException {
    try (ZipFile zip = draft.get()) {
      ZipArchiveOutputStream copy = new ZipArchiveOutputStream(out);
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
      for (ZipArchiveEntry entry : entries) {
        if (entry.getName().equals(PROPERTIES)) {
          properties(zip, entry, created, copy);
        } else {
          ZipArchiveEntry same = new ZipArchiveEntry(entry.getName());
          same.setMethod(entry.getMethod());
          same.setSize(entry.getSize());
          same.setCompressedSize(entry.getCompressedSize());
          same.setCrc(entry.getCrc());
          same.setTimeLocal(ENTRY_TIME);
          try (InputStream raw = zip.getRawInputStream(entry)) {
            copy.addRawArchiveEntry(same, raw);
          }
        }
      }
      copy.finish();
    }
  }

  private static void properties(
      ZipFile zip, ZipArchiveEntry entry, LocalDate created, ZipArchiveOutputStream copy)
      throws IOException {
    byte[] content;
    try (InputStream in = zip.getInputStream(entry)) {
      content = fixed(new String(in.readAllBytes(), StandardCharsets.UTF_8), created);
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipArchiveEntry stored = new ZipArchiveEntry(PROPERTIES);
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(content.length);
    stored.setCompressedSize(content.length);
    stored.setCrc(crc.getValue());
    stored.setTimeLocal(ENTRY_TIME);
    copy.putArchiveEntry(stored);
    copy.write(content);
    copy.closeArchiveEntry();
  }

  private static byte[] fixed(String properties, LocalDate created) {
    Matcher found = CREATED.matcher(properties);
    if (!found.find()) {
      throw new IllegalStateException(
          "the workbook's " + PROPERTIES + " says nowhere when it was made: " + properties);
    }
    return found.replaceFirst("$1" + created + "T00:00:00Z$2").getBytes(StandardCharsets.UTF_8);
  }
}
