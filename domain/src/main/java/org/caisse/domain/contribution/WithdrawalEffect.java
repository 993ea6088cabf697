package org.caisse.domain.contribution;

/** What becomes of an employer's month when a declaration no longer counts (SEMANTICS 10). */
public enum WithdrawalEffect {
  /** It was refused, or repeated another one: it did not count by itself. */
  NOTHING,
  /**
   * Another declaration of the employer has a higher number and counts as before; only the day on
   * which the first one came in may change.
   */
  REPLACED,
  /**
   * The same declaration came in another file too and counts as it stands there; only the day on
   * which the first one came in may change.
   */
  SAME_ELSEWHERE,
  /** The declaration with the next lower number counts again. */
  EARLIER_COUNTS,
  /** Nothing is left: the employer did not declare. */
  MISSING;

  /**
   * What becomes of it.
   *
   * @param stood whether the declaration that is withdrawn counted, or a higher number replaced it
   * @param sequence its number
   * @param otherSequence the highest number for the same employer and month that counts without the
   *     file, or 0
   */
  public static WithdrawalEffect of(boolean stood, int sequence, int otherSequence) {
    if (!stood) {
      return NOTHING;
    }
    if (otherSequence == 0) {
      return MISSING;
    }
    if (otherSequence == sequence) {
      return SAME_ELSEWHERE;
    }
    return otherSequence > sequence ? REPLACED : EARLIER_COUNTS;
  }
}
