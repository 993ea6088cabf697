package org.caisse.writers.workbook;

/** What stands in the cells of a column, which decides how they are shown. */
public enum CellKind {
  /** Text on one line. */
  TEXT,

  /** Text that may need several lines. */
  LONG_TEXT,

  /** A whole number of things, grouped by thousands. */
  COUNT,

  /** An identifying number without grouping, such as that of a line. */
  ORDINAL,

  /** An amount of money, grouped by thousands, with the currency's decimals. */
  AMOUNT,

  /**
   * An amount of money in a table that is read again, without grouping: saved as text, a mark
   * between thousands could be taken for one before decimals.
   */
  PLAIN_AMOUNT,

  /** A day. */
  DAY;

  boolean right() {
    return switch (this) {
      case COUNT, AMOUNT, PLAIN_AMOUNT -> true;
      case TEXT, LONG_TEXT, ORDINAL, DAY -> false;
    };
  }
}
