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
 * @param pagesWide so many pages beside each other hold all columns in print
 * @param repeatedColumns columns at the left that are printed on each of them
 */
public record SheetLayout(
    String name,
    List<String> above,
    List<SheetColumn> columns,
    boolean landscape,
    boolean list,
    int pagesWide,
    int repeatedColumns) {

  public SheetLayout {
    above = List.copyOf(above);
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("sheet '" + name + "' has no column");
    }
  }

  /** One whose columns fit on the width of a page in print. */
  public SheetLayout(
      String name, List<String> above, List<SheetColumn> columns, boolean landscape, boolean list) {
    this(name, above, columns, landscape, list, 1, 0);
  }

  /** The same, printed on several pages beside each other, each with the first columns. */
  public SheetLayout printedOn(int pages, int repeated) {
    return new SheetLayout(name, above, columns, landscape, list, pages, repeated);
  }
}
