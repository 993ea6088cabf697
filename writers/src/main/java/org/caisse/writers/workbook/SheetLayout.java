package org.caisse.writers.workbook;

import java.util.List;

/**
 * How a sheet looks.
 *
 * @param name on its tab; a further sheet, when one is full, gets a number behind it
 * @param above lines over the row of titles, the first of them large; empty when the titles are to
 *     be the first row, as in a table that is read again
 * @param columns from left to right
 * @param landscape whether it is printed on pages that lie
 * @param list whether its rows are alike, to be filtered
 */
public record SheetLayout(
    String name, List<String> above, List<SheetColumn> columns, boolean landscape, boolean list) {

  public SheetLayout {
    above = List.copyOf(above);
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("sheet '" + name + "' has no column");
    }
  }
}
