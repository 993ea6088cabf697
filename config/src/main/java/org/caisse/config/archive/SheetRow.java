package org.caisse.config.archive;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * A row of a workbook as its content: what stands in the cells, not how they look. Its canonical
 * hash is the same whoever wrote the file's bytes. Empty cells at the end and empty rows do not
 * count; empty cells in between are null.
 *
 * @param sheet name of the sheet
 * @param cells from the first column on
 */
public record SheetRow(String sheet, List<SheetRow.Cell> cells) {

  /** What a cell holds. A day is a number: the days since 1899-12-30. */
  public enum Type {
    TEXT,
    NUMBER
  }

  /**
   * A cell that is not empty.
   *
   * @param text the text, or the number without trailing zeros and without exponent
   */
  public record Cell(Type type, String text) {

    /** A text; null for none. */
    public static Cell text(String text) {
      return text.isEmpty() ? null : new Cell(Type.TEXT, text);
    }

    /** A whole number. */
    public static Cell number(long number) {
      return new Cell(Type.NUMBER, Long.toString(number));
    }

    /** A number. */
    public static Cell number(BigDecimal number) {
      return new Cell(
          Type.NUMBER, number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
  }

  /** The row of the first {@code count} cells of an array; empty ones are null. */
  public static SheetRow of(String sheet, Cell[] cells, int count) {
    int last = count;
    while (last > 0 && cells[last - 1] == null) {
      last--;
    }
    return new SheetRow(sheet, Arrays.asList(Arrays.copyOf(cells, last)));
  }
}
