package org.caisse.readers.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * The rows of a text file whose fields are separated. A row is one physical line: a broken line or
 * an unclosed quote costs that line and no other. Fields may be in double quotes, doubled inside
 * (RFC 4180).
 */
public final class DelimitedSource implements TableSource {

  private static final char QUOTE = '"';

  private final TextLines lines;
  private final String separator;

  /**
   * @param file any bytes
   * @param encoding of its text
   * @param endsWithCarriageReturn whether lines end with CR alone
   * @param separator between fields, of one or more characters
   */
  public DelimitedSource(
      Path file, Charset encoding, boolean endsWithCarriageReturn, String separator)
      throws IOException {
    if (separator.isEmpty()) {
      throw new IllegalArgumentException("fields that nothing separates");
    }
    this.lines = new TextLines(file, encoding, endsWithCarriageReturn);
    this.separator = separator;
  }

  @Override
  public TableRow next() throws IOException {
    return lines.next() ? row(lines.line(), separator) : null;
  }

  static TableRow row(TextLines.Line line, String separator) {
    if (line.problem() != null) {
      return TableRow.refused(line.text(), line.problem());
    }
    List<Cell> cells = split(line.text(), separator);
    return cells == null
        ? TableRow.refused(line.text(), new Reject(line.no(), RejectCode.LINE_UNREADABLE, "", ""))
        : TableRow.of(line.no(), cells, line.text());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** The fields of a line, or null when a quote is left open or followed by something. */
  static List<Cell> split(String line, String separator) {
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    while (true) {
      int end;
      if (at < line.length() && line.charAt(at) == QUOTE) {
        end = closingQuote(line, at + 1);
        if (end < 0) {
          return null;
        }
        cells.add(Cell.of(line.substring(at + 1, end).replace("\"\"", "\"")));
        end++;
        if (end < line.length() && !line.startsWith(separator, end)) {
          return null;
        }
      } else {
        end = line.indexOf(separator, at);
        end = end < 0 ? line.length() : end;
        cells.add(Cell.of(line.substring(at, end)));
      }
      if (end >= line.length()) {
        return cells;
      }
      at = end + separator.length();
    }
  }

  private static int closingQuote(String line, int from) {
    int at = from;
    while (true) {
      at = line.indexOf(QUOTE, at);
      if (at < 0 || at + 1 == line.length() || line.charAt(at + 1) != QUOTE) {
        return at;
      }
      at += 2;
    }
  }
}
