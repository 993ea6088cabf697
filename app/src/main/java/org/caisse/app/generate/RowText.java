package org.caisse.app.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Rows as a text file, with the marks of one sender. Lines end as on Windows. */
final class RowText implements RowWriter {

  private static final char NO_BREAK_SPACE = '\u00A0';

  /** How a whole number of francs is written. */
  enum Amounts {
    PLAIN("", ""),
    CENTS("", ".00"),
    COMMA_CENTS(" ", ",00"),
    SPACES(String.valueOf(NO_BREAK_SPACE), ""),
    POINTS(".", ",00");

    private final String group;
    private final String end;

    Amounts(String group, String end) {
      this.group = group;
      this.end = end;
    }

    String text(long francs) {
      StringBuilder text = new StringBuilder(Long.toString(francs));
      for (int at = text.length() - 3; at > 0; at -= 3) {
        text.insert(at, group);
      }
      return text.append(end).toString();
    }
  }

  private final BufferedWriter out;
  private final String separator;
  private final Amounts amounts;
  private final DateTimeFormatter days;
  private int rows;

  /**
   * @throws java.nio.file.FileAlreadyExistsException when it exists
   */
  RowText(Path path, String separator, Charset encoding, Amounts amounts) throws IOException {
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(
                Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), encoding));
    this.separator = separator;
    this.amounts = amounts;
    this.days = DateTimeFormatter.ofPattern(pattern(separator));
    if (encoding.equals(StandardCharsets.UTF_8)) {
      out.write('\uFEFF');
    }
  }

  /** Days first only where a mapping or the form says so: else some would read both ways. */
  private static String pattern(String separator) {
    return switch (separator) {
      case "\t" -> "yyyyMMdd";
      case "," -> "yyyy-MM-dd";
      default -> "dd/MM/yyyy";
    };
  }

  @Override
  public int row(Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      out.write(i == 0 ? "" : separator);
      out.write(text(cells[i]));
    }
    out.write("\r\n");
    return ++rows;
  }

  private String text(Object cell) {
    return switch (cell) {
      case null -> "";
      case Long francs -> amounts.text(francs);
      case LocalDate day -> days.format(day);
      default -> quoted(cell.toString());
    };
  }

  private String quoted(String text) {
    return text.contains(separator) || text.indexOf('"') >= 0
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
