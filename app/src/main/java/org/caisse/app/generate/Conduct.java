package org.caisse.app.generate;

/**
 * How an employer declares its month. The first receipt is in time, the second one month late, the
 * third two.
 */
enum Conduct {
  /** In time, in the file of its body. */
  REGULAR(0, 0),
  /** In time, in a file of its own. */
  SINGLE_FILE(0, 20),
  /** Not at all. */
  MISSING(20, 1),
  /** In time: nobody was paid. */
  NIL(20, 1),
  /** One month late: nobody was paid. */
  NIL_LATE(2, 1),
  /** In time that nobody was paid, then one month later the persons after all. */
  NIL_THEN_REPLACED(1, 1),
  /** At the second receipt. */
  LATE_ONE(30, 1),
  /** At the third receipt. */
  LATE_TWO(15, 1),
  /** In time, and corrected at the second receipt. */
  REPLACED_AT_SECOND(8, 2),
  /** In time, and corrected at the third receipt. */
  REPLACED_AT_THIRD(4, 1),
  /** In time, and corrected at both. */
  REPLACED_TWICE(2, 1),
  /** One month late, and corrected at the third receipt: late once. */
  LATE_THEN_REPLACED(2, 1),
  /** In time, and the same bytes again at the second receipt. */
  REPEATED(2, 2),
  /** In time without the last of its staff, who comes one month later as a complement. */
  COMPLETED(4, 2),
  /** In time; its refused line comes back one month later in the corrected reject file. */
  CORRECTED(4, 2),
  /** As {@link #CORRECTED}, in a file of its own in a form of its own: {@link SenderForm}. */
  FOREIGN(0, 0),
  /** Refused as a whole: see {@link WrongDeclaration}. */
  WRONG(0, 0);

  private final int perMille;
  private final int atLeast;

  Conduct(int perMille, int atLeast) {
    this.perMille = perMille;
    this.atLeast = atLeast;
  }

  /** How many employers of so many declare like this. */
  int employers(int employers) {
    return Math.min(
        Math.max(atLeast, (int) ((long) employers * perMille / 1000)), Math.max(1, employers / 10));
  }
}
