package org.caisse.domain.contribution;

/** What becomes of an employer's month when a declaration no longer counts (SEMANTICS 10). */
public enum WithdrawalEffect {
  /** It was refused or repeated another one: it never counted. */
  NOTHING,
  /**
   * Another declaration of the employer has a higher number and counts as before; only the day on
   * which the first one came in may change.
   */
  REPLACED,
  /** The declaration with the next lower number counts again. */
  EARLIER_COUNTS,
  /** Nothing is left: the employer did not declare. */
  MISSING;

  /**
   * What becomes of it.
   *
   * @param status of the declaration that is withdrawn
   * @param sequence its number
   * @param otherSequence the highest number of those that are filed for the same employer and month
   *     and are not withdrawn, or 0
   */
  public static WithdrawalEffect of(DeclarationStatus status, int sequence, int otherSequence) {
    return switch (status) {
      case REFUSED, REPEATED -> NOTHING;
      case FILED -> {
        if (otherSequence == 0) {
          yield MISSING;
        }
        yield otherSequence > sequence ? REPLACED : EARLIER_COUNTS;
      }
    };
  }
}
