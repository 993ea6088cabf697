package org.caisse.config.format;

/** What the values of a column are. Names are those of Table Schema, in capitals. */
public enum FieldType {
  /** Text: names, and identifiers even when they are all digits. */
  STRING,
  /** A whole number. */
  INTEGER,
  /** An amount or another decimal number. */
  NUMBER,
  /** A day. */
  DATE,
  /** A month of a year. */
  YEARMONTH
}
