package org.caisse.readers.received;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.config.format.FormatDescription.Shape;
import org.caisse.config.format.RowChecks;
import org.caisse.config.format.ValueSource;
import org.caisse.readers.table.Cell;
import org.caisse.readers.table.TableRow;

/** Tells what the rows of a table are, one after the other. */
final class RowSorter {

  private final Layout layout;
  private final RowChecks checks;
  private final Set<String> taken;
  private final Set<String> totalLabels;
  private final List<Integer> personal;
  private boolean headExpected;
  private boolean totalSeen;

  /** What a row is. */
  enum Sort {
    /** Nothing stands there. */
    BLANK,
    /** Titles of columns, what stands above them, or under a row of totals. */
    TITLES,
    /** The first row, where it is unlike all others. */
    HEAD,
    /** Totals. */
    TOTAL,
    /** It is not meant for Caisse. */
    PASSED,
    /** A record, whether it can be read or not. */
    RECORD
  }

  RowSorter(Layout layout) {
    this.layout = layout;
    this.checks = layout.format().checks();
    this.headExpected = !layout.format().head().isEmpty();
    this.totalLabels =
        checks.totalRow() == null
            ? Set.of()
            : checks.totalRow().labels().stream().map(Titles::key).collect(Collectors.toSet());
    this.personal = columns("person");
    this.taken =
        checks.taken() == null
            ? Set.of()
            : checks.taken().values().stream().map(Titles::key).collect(Collectors.toSet());
  }

  /** What the next row is. */
  Sort sort(TableRow row) {
    if (row.rowNo() <= layout.titleRow()) {
      return row.isBlank() ? Sort.BLANK : Sort.TITLES;
    }
    if (row.problem() != null) {
      return Sort.RECORD;
    }
    if (row.isBlank()) {
      return Sort.BLANK;
    }
    if (headExpected) {
      headExpected = false;
      return Sort.HEAD;
    }
    if (repeatsTitles(row)) {
      return Sort.TITLES;
    }
    if (isTotal(row)) {
      totalSeen = true;
      return Sort.TOTAL;
    }
    if (totalSeen && isBlank(row, personal) && isBlank(row, columns("gross"))) {
      return Sort.TITLES;
    }
    return checks.taken() == null || isTaken(row, checks.taken()) ? Sort.RECORD : Sort.PASSED;
  }

  private boolean repeatsTitles(TableRow row) {
    if (layout.format().shape() == Shape.FIXED_WIDTH || layout.positions().isEmpty()) {
      return false;
    }
    for (Map.Entry<String, Integer> entry : layout.positions().entrySet()) {
      Cell cell = row.cell(entry.getValue());
      if (!(cell instanceof Cell.Text text)
          || !text.text().strip().equalsIgnoreCase(layout.titles().get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private boolean isTotal(TableRow row) {
    if (totalLabels.isEmpty() || !isBlank(row, personal)) {
      return false;
    }
    for (Cell cell : row.cells()) {
      if (cell instanceof Cell.Text text && totalLabels.contains(Titles.key(text.text()))) {
        return true;
      }
    }
    return false;
  }

  /** Where the values of a canonical column come from. */
  private List<Integer> columns(String canonical) {
    ValueSource source = layout.format().record().get(canonical);
    return source == null
        ? List.of()
        : Layout.fieldsOf(source).stream()
            .map(layout.positions()::get)
            .filter(Objects::nonNull)
            .toList();
  }

  /** Whether nothing but the label of totals stands in some columns. */
  private boolean isBlank(TableRow row, List<Integer> positions) {
    for (int position : positions) {
      Cell cell = row.cell(position);
      if (!(cell instanceof Cell.Blank) && !totalLabels.contains(Titles.key(cell.text()))) {
        return false;
      }
    }
    return true;
  }

  private boolean isTaken(TableRow row, RowChecks.Taken rule) {
    Integer position = layout.positions().get(rule.field());
    if (position != null) {
      String value = Titles.key(row.cell(position).text());
      return value.isEmpty() || taken.contains(value);
    }
    List<String> filled = rule.filled();
    return filled.isEmpty()
        || filled.stream()
            .map(layout.positions()::get)
            .anyMatch(p -> p != null && !(row.cell(p) instanceof Cell.Blank));
  }
}
