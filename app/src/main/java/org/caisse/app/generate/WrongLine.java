package org.caisse.app.generate;

/**
 * The ways in which the line of a person can be wrong, with how many of a million lines are. The
 * names are the reject codes. Lines of persons with two spells are left right, so the true rate is
 * about one per cent lower; {@code truth/rates.csv} has what was written.
 */
enum WrongLine {
  LINE_UNREADABLE(150, false),
  FIELD_COUNT(200, false),
  RECORD_UNKNOWN(100, false),
  LINE_TOO_LONG(30, false),
  LINE_ORPHAN(150, true),
  PERSON_MISSING(300, true),
  PERSON_UNKNOWN(1_000, true),
  PERSON_INACTIVE(500, true),
  GROSS_UNREADABLE(300, false),
  GROSS_NEGATIVE(100, true),
  GROSS_TOO_LARGE(50, true),
  DATE_UNREADABLE(300, true),
  SPELL_INVALID(300, true),
  DAYS_INVALID(500, true),
  SPELL_OVERLAP(400, true);

  private final int perMillion;
  private final boolean amountReadable;

  WrongLine(int perMillion, boolean amountReadable) {
    this.perMillion = perMillion;
    this.amountReadable = amountReadable;
  }

  int perMillion() {
    return perMillion;
  }

  /** Whether the reader can read the pay of the line, so that it counts in the control total. */
  boolean amountReadable() {
    return amountReadable;
  }
}
