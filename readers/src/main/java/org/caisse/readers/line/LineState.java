package org.caisse.readers.line;

/** What the bytes of a line allow before anyone looks at its fields. */
public enum LineState {
  /** Text without a quote character. */
  PLAIN,
  /** Text with a quote character. */
  QUOTED,
  /** Not strict UTF-8, or with control characters other than TAB. */
  UNREADABLE,
  /** Longer than {@link LineSource#MAX_LINE_BYTES}; only its beginning is kept. */
  TOO_LONG
}
