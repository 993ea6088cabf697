package org.caisse.app.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;

/** Writes one new file field by field, and counts its lines and bytes. */
final class CsvFile implements AutoCloseable {

  /** A day that is left blank. */
  static final int NO_DAY = Integer.MIN_VALUE;

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_NUMBER = 20;
  private static final byte[] LF = {'\n'};
  private static final byte[] CRLF = {'\r', '\n'};

  private final OutputStream out;
  private final byte[] lineEnd;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] digits = new byte[LONGEST_NUMBER];
  private int used;
  private int lines;
  private long written;

  /**
   * @param crlf lines end as on Windows
   * @throws java.nio.file.FileAlreadyExistsException when it exists
   */
  CsvFile(Path path, boolean crlf) throws IOException {
    out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lineEnd = crlf ? CRLF : LF;
  }

  CsvFile(Path path) throws IOException {
    this(path, false);
  }

  /** Lines written so far. */
  int lines() {
    return lines;
  }

  /** Bytes written so far. */
  long bytes() {
    return written + used;
  }

  CsvFile put(byte[] text) throws IOException {
    if (text.length > buffer.length - used) {
      flush();
      if (text.length > buffer.length) {
        out.write(text);
        written += text.length;
        return this;
      }
    }
    System.arraycopy(text, 0, buffer, used, text.length);
    used += text.length;
    return this;
  }

  CsvFile put(String text) throws IOException {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  CsvFile put(char ascii) throws IOException {
    if (used == buffer.length) {
      flush();
    }
    buffer[used++] = (byte) ascii;
    return this;
  }

  CsvFile put(long number) throws IOException {
    return put(number, 1);
  }

  /** A number of at least so many digits. */
  CsvFile put(long number, int width) throws IOException {
    if (number < 0) {
      put('-');
    }
    long rest = Math.abs(number);
    int count = 0;
    while (rest > 0 || count < width) {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    while (count > 0) {
      put((char) digits[--count]);
    }
    return this;
  }

  /** A day as year-month-day, or nothing for {@link #NO_DAY}. */
  CsvFile day(int epochDay) throws IOException {
    if (epochDay == NO_DAY) {
      return this;
    }
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    put(day.getYear(), 4).put('-').put(day.getMonthValue(), 2).put('-');
    return put(day.getDayOfMonth(), 2);
  }

  /** Ends a field. */
  CsvFile next() throws IOException {
    return put(';');
  }

  CsvFile endLine() throws IOException {
    lines++;
    return put(lineEnd);
  }

  /** A whole line. */
  CsvFile line(String text) throws IOException {
    return put(text).endLine();
  }

  private void flush() throws IOException {
    out.write(buffer, 0, used);
    written += used;
    used = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
