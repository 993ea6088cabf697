package org.caisse.readers.line;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits the lines of a block into fields (separator {@code ;}, quote {@code "}, RFC 4180, one line
 * a record). Lines that cannot mislead the parser go through one parser together, because a parser
 * a line is far too slow; one that could, a quote left open or followed by something, has a parser
 * of its own, so that it costs nothing but itself.
 */
public final class RecordParser {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setQuote('"').setIgnoreEmptyLines(false).get();

  private RawLines lines;
  private boolean[] together = new boolean[0];
  private CSVParser parser;
  private Iterator<CSVRecord> records;
  private int next;
  private long parsed;

  /** Starts a block; the one before must have been read to its end. */
  public void open(RawLines block) throws IOException {
    if (lines != null) {
      throw new IllegalStateException(
          "%d lines of the block before were not read".formatted(lines.count() - next));
    }
    lines = block;
    next = 0;
    parsed = 0;
    if (together.length < block.count()) {
      together = new boolean[block.count()];
    }
    for (int i = 0; i < block.count(); i++) {
      together[i] =
          switch (block.state(i)) {
            case PLAIN -> true;
            case QUOTED -> isWellQuoted(block, i);
            case UNREADABLE, TOO_LONG -> false;
          };
    }
    parser = CSVParser.builder().setReader(new StringReader(text())).setFormat(FORMAT).get();
    records = parser.iterator();
  }

  /**
   * Splits the next line.
   *
   * @return its fields, at least one; null when it cannot be split
   */
  public String[] next() throws IOException {
    int line = next++;
    if (together[line]) {
      return nextTogether(line);
    }
    return switch (lines.state(line)) {
      case PLAIN, QUOTED -> alone(lines.text(line, line + 1));
      case UNREADABLE, TOO_LONG -> null;
    };
  }

  /**
   * Ends a block.
   *
   * @throws IllegalStateException when it was not read to its end
   */
  public void close() throws IOException {
    if (next != lines.count() || records.hasNext()) {
      throw new IllegalStateException(
          "%d of %d lines were read, %d of them together".formatted(next, lines.count(), parsed));
    }
    parser.close();
    lines = null;
  }

  private String[] nextTogether(int line) {
    String[] fields;
    try {
      fields = records.next().values();
    } catch (UncheckedIOException e) {
      throw new IllegalStateException("line " + lines.lineNo(line) + " misled the parser", e);
    }
    parsed++;
    if (parser.getCurrentLineNumber() != parsed) {
      throw new IllegalStateException(
          "line %d: %d lines of the block gave %d records"
              .formatted(lines.lineNo(line), parser.getCurrentLineNumber(), parsed));
    }
    return fields;
  }

  /**
   * Splits one line by itself.
   *
   * @return its fields, at least one; null when it cannot be split
   */
  public static String[] split(String line) throws IOException {
    return line.isEmpty() ? new String[] {""} : alone(line);
  }

  private static String[] alone(String line) throws IOException {
    try (CSVParser own =
        CSVParser.builder().setReader(new StringReader(line)).setFormat(FORMAT).get()) {
      return own.iterator().next().values();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        return null;
      }
      throw e.getCause();
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder(lines.size());
    int from = 0;
    while (from < lines.count()) {
      int to = from;
      while (to < lines.count() && together[to]) {
        to++;
      }
      text.append(lines.text(from, to));
      from = to + 1;
    }
    return text.toString();
  }

  /** Whether each field has no quote at all, or one at each end and only doubled ones between. */
  private static boolean isWellQuoted(RawLines block, int line) {
    byte[] bytes = block.bytes();
    int end = block.start(line) + (int) block.length(line);
    int at = block.start(line);
    while (true) {
      if (at < end && bytes[at] == '"') {
        at = afterQuoted(bytes, at + 1, end);
        if (at < 0) {
          return false;
        }
      } else {
        while (at < end && bytes[at] != ';' && bytes[at] != '"') {
          at++;
        }
      }
      if (at == end) {
        return true;
      }
      if (bytes[at] != ';') {
        return false;
      }
      at++;
    }
  }

  /** Where the closing quote is passed, or -1 without one. */
  private static int afterQuoted(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      if (bytes[at++] == '"') {
        if (at == end || bytes[at] != '"') {
          return at;
        }
        at++;
      }
    }
    return -1;
  }
}
