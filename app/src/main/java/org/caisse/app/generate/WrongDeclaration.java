package org.caisse.app.generate;

/**
 * The ways in which a whole declaration can be wrong, with how many of a million employers send
 * one; at least one employer does. The names are the reject codes.
 */
enum WrongDeclaration {
  EMPLOYER_UNKNOWN(700),
  EMPLOYER_INACTIVE(700),
  PERIOD_INVALID(1_000),
  KIND_UNKNOWN(700),
  SEQUENCE_INVALID(700),
  TOTALS_UNREADABLE(700),
  COUNT_MISMATCH(1_000),
  GROSS_MISMATCH(1_300),
  SEQUENCE_REUSED(1_000),
  NIL_WITH_LINES(700);

  private final int perMillion;

  WrongDeclaration(int perMillion) {
    this.perMillion = perMillion;
  }

  int perMillion() {
    return perMillion;
  }

  /**
   * How many employers of a fund send one.
   *
   * @param errorPercent of the rate; none at all when 0
   */
  int employers(int employers, int errorPercent) {
    if (errorPercent == 0) {
      return 0;
    }
    return (int) Math.max(1, (long) employers * perMillion * errorPercent / 100_000_000L);
  }
}
