package org.caisse.readers.workbook;

/** Where a cell stands by its reference, such as {@code AB12}. */
public final class CellPlace {

  /** Columns that a sheet has in any spreadsheet program. */
  public static final int MAX_COLUMNS = 16_384;

  /** Rows that it has. */
  public static final int MAX_ROWS = 1_048_576;

  private static final int MAX_LETTERS = 3;

  private CellPlace() {}

  /**
   * The column from 0.
   *
   * @param reference what the cell says
   * @param rowNo the row in which it stands, from 1
   * @return -1 when it is no reference to a cell of that row
   */
  public static int column(String reference, int rowNo) {
    int letters = 0;
    int column = 0;
    while (letters < reference.length() && isLetter(reference.charAt(letters))) {
      column = column * 26 + reference.charAt(letters) - 'A' + 1;
      if (++letters > MAX_LETTERS) {
        return -1;
      }
    }
    boolean inRow = rowNumber(reference.substring(letters)) == rowNo;
    return letters > 0 && column <= MAX_COLUMNS && inRow ? column - 1 : -1;
  }

  /** The number of a row, or -1 when a sheet has no such row. */
  public static int rowNumber(String text) {
    int number = WholeNumber.of(text, -1);
    return number >= 1 && number <= MAX_ROWS ? number : -1;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
