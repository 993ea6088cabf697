package org.caisse.domain.registry;

import java.math.BigDecimal;
import java.util.Locale;

/** Where a request for prior agreement stands. That one has expired, its last day says. */
public enum AgreementStatus {
  /** Asked for; the medical control has not decided. */
  REQUESTED,
  /** Agreed to, in whole or in part. */
  GRANTED,
  /** Refused. */
  REFUSED;

  /** The word for it in files and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status of a row. Files of before the column have none: where a quantity was asked for and
   * nothing is said to it nobody has decided, and no unit approved is a refusal.
   *
   * @param said the word in the row, or empty
   * @param asked units asked for, or null
   * @param approved units approved, or null
   * @param price approved, minor units, or null
   * @param reference the reviewer's decision, or empty
   */
  public static AgreementStatus of(
      String said, BigDecimal asked, BigDecimal approved, Long price, String reference) {
    for (AgreementStatus status : values()) {
      if (status.word().equals(said)) {
        return status;
      }
    }
    if (approved != null && approved.signum() == 0) {
      return REFUSED;
    }
    boolean decided = asked == null || approved != null || price != null || !reference.isEmpty();
    return decided ? GRANTED : REQUESTED;
  }
}
