package org.caisse.readers.workbook;

/**
 * What is stored in a cell of a sheet.
 *
 * @param type how the text is to be understood
 * @param text what is stored: a text, the digits of a number, an error such as {@code #N/A}
 * @param day whether the style of the cell shows its number as a day
 */
public record CellValue(ValueType type, String text, boolean day) {

  /** How the text of a cell is to be understood. */
  public enum ValueType {
    /** Nothing is stored. */
    EMPTY,
    TEXT,
    NUMBER,
    /** {@code 1} or {@code 0}. */
    TRUTH,
    /** A day or a time in ISO 8601. */
    TIME
  }

  static final CellValue NONE = new CellValue(ValueType.EMPTY, "", false);

  static CellValue text(String text) {
    return new CellValue(ValueType.TEXT, text, false);
  }
}
