package org.caisse.readers.received;

/** What holds the rows of a received file. */
public enum FileForm {
  /** Text with separators. */
  DELIMITED,
  /** Text with fields at fixed places. */
  FIXED_WIDTH,
  /** A workbook. */
  XLSX,
  /** Nothing that can be read. */
  UNKNOWN
}
