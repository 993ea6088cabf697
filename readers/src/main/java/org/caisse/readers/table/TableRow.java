package org.caisse.readers.table;

import java.util.List;
import java.util.Objects;
import org.caisse.domain.reject.Reject;

/**
 * One row of a table.
 *
 * @param rowNo physical line of the file, or row of the sheet, from 1
 * @param cells in their order; none when the row cannot be split
 * @param raw the row as it was sent, for people: the line of a text file as far as it is text, the
 *     cells of a sheet separated by semicolons; at most {@link #MAX_RAW} characters
 * @param problem why it cannot be split, or null
 */
public record TableRow(int rowNo, List<Cell> cells, String raw, Reject problem) {

  /** Longest raw text. */
  public static final int MAX_RAW = 4096;

  public TableRow {
    cells = List.copyOf(cells);
    Objects.requireNonNull(raw, "raw");
    if (raw.length() > MAX_RAW) {
      raw = raw.substring(0, MAX_RAW);
    }
  }

  /** A row that could be split. */
  public static TableRow of(int rowNo, List<Cell> cells, String raw) {
    return new TableRow(rowNo, cells, raw, null);
  }

  /** A row that could not. */
  public static TableRow refused(String raw, Reject problem) {
    return new TableRow(problem.lineNo(), List.of(), raw, problem);
  }

  /** The cell of a column from 0; blank when the row is shorter. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.BLANK;
  }

  /** Whether it could be split and holds nothing. */
  public boolean isBlank() {
    if (problem != null) {
      return false;
    }
    for (Cell cell : cells) {
      if (!(cell instanceof Cell.Blank)) {
        return false;
      }
    }
    return true;
  }
}
