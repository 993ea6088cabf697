package org.caisse.writers.document;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a totalled file again, with another CSV library than the one that wrote it, and adds it up.
 */
final class TotalledReader {

  private static final int MAX_PROBLEMS = 20;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setDelimiter(';').setRecordSeparator("\n").get();

  private final TotalledLayout layout;
  private final String file;
  private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private long rows;
  private boolean ended;

  private TotalledReader(TotalledLayout layout, Path file) {
    this.layout = layout;
    this.file = file.getFileName().toString();
    layout.columns().stream().filter(layout::sums).forEach(c -> sums.put(c, BigDecimal.ZERO));
  }

  /** A row that is added up. */
  record Row(long line, TotalledLayout layout, CSVRecord cells) {

    String text(String column) {
      return cells.get(layout.columns().indexOf(column));
    }

    /** The number of a cell that was found to be one. */
    BigDecimal number(String column) {
      return new BigDecimal(text(column));
    }
  }

  /** What a kind of file demands of its rows, beyond their sums. */
  interface RowCheck {

    /** Looks at the next row; every added-up cell of it is a number. */
    void row(Row row, Consumer<String> problems);

    /** Called after the last row. */
    void end(Consumer<String> problems);
  }

  /**
   * What is wrong with a file, at most {@value #MAX_PROBLEMS} sentences; empty when it is whole.
   */
  static List<String> verify(Path file, TotalledLayout layout, RowCheck check) throws IOException {
    TotalledReader reader = new TotalledReader(layout, file);
    try (Reader text = Files.newBufferedReader(file);
        CSVParser parser = FORMAT.parse(text)) {
      reader.readAll(parser, check);
    } catch (UncheckedIOException e) {
      reader.problem("it cannot be read as CSV: " + e.getMessage());
    }
    return List.copyOf(reader.problems);
  }

  private void readAll(CSVParser parser, RowCheck check) {
    boolean first = true;
    for (CSVRecord cells : parser) {
      if (problems.size() >= MAX_PROBLEMS) {
        return;
      }
      if (first) {
        first = false;
        if (!cells.toList().equals(layout.columns())) {
          problem("its first line is not '" + layout.header() + "'");
          return;
        }
      } else {
        row(new Row(parser.getCurrentLineNumber(), layout, cells), check);
      }
    }
    check.end(this::problem);
    if (!ended) {
      problem("it has no total row: it was cut");
    }
  }

  private void row(Row row, RowCheck check) {
    if (row.cells().size() != layout.columns().size()) {
      problem(
          "line %d has %d fields instead of %d"
              .formatted(row.line(), row.cells().size(), layout.columns().size()));
      return;
    }
    String type = row.text("record");
    if (ended) {
      problem("line %d comes after the total row".formatted(row.line()));
    } else if (type.equals(TotalledLayout.TOTAL)) {
      ended = true;
      compare(row);
    } else if (layout.types().contains(type)) {
      rows++;
      if (add(row)) {
        check.row(row, this::problem);
      }
    } else if (!type.equals(TotalledLayout.HEAD)) {
      problem("line %d is of the unknown type '%s'".formatted(row.line(), type));
    }
  }

  private boolean add(Row row) {
    for (Map.Entry<String, BigDecimal> sum : sums.entrySet()) {
      BigDecimal cell = numberOrNull(row.text(sum.getKey()));
      if (cell == null) {
        problem(
            "line %d, %s: '%s' is no number"
                .formatted(row.line(), sum.getKey(), row.text(sum.getKey())));
        return false;
      }
      sum.setValue(sum.getValue().add(cell));
    }
    return true;
  }

  private void compare(Row total) {
    compare(total, TotalledLayout.COUNT, BigDecimal.valueOf(rows));
    sums.forEach((column, sum) -> compare(total, column, sum));
  }

  private void compare(Row total, String column, BigDecimal found) {
    BigDecimal said = numberOrNull(total.text(column));
    if (said == null || said.compareTo(found) != 0) {
      problem(
          "the total row says %s = %s, the rows give %s"
              .formatted(column, total.text(column), found.toPlainString()));
    }
  }

  private static BigDecimal numberOrNull(String cell) {
    if (cell.isEmpty() || !cell.matches("-?[0-9]{1,30}(\\.[0-9]{1,4})?")) {
      return null;
    }
    return new BigDecimal(cell);
  }

  private void problem(String what) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(file + ": " + what);
    }
  }
}
