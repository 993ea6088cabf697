package org.caisse.domain.reject;

import java.util.Objects;

/**
 * One refusal: where, what, with which value. The text for people is made from the code when it is
 * shown, so that it can be shown in any language, later.
 *
 * @param lineNo line of the file, from 1
 * @param code why
 * @param field name of the column, or empty when the whole line is meant
 * @param value what stood there, or what was found; empty when nothing
 * @param expected what should have stood there, where that can be said (a declared total, a date);
 *     empty otherwise
 */
public record Reject(int lineNo, RejectCode code, String field, String value, String expected) {

  public Reject {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(expected, "expected");
  }

  public Reject(int lineNo, RejectCode code, String field, String value) {
    this(lineNo, code, field, value, "");
  }

  /** The same refusal, of another line. */
  public Reject at(int otherLine) {
    return new Reject(otherLine, code, field, value, expected);
  }

  /** The same refusal, with another name for the column. */
  public Reject named(String otherField) {
    return new Reject(lineNo, code, otherField, value, expected);
  }
}
