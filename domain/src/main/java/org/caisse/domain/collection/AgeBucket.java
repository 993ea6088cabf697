package org.caisse.domain.collection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long a debt has been due, in the steps of an aged balance. */
public enum AgeBucket {
  /** The due day has not passed. */
  NOT_DUE(0),
  TO_30(30),
  TO_60(60),
  TO_90(90),
  TO_180(180),
  TO_365(365),
  OLDER(Long.MAX_VALUE);

  private final long mostDays;

  AgeBucket(long mostDays) {
    this.mostDays = mostDays;
  }

  /**
   * The bucket of a debt on a day: the first whose greatest number of days since the due day is not
   * exceeded.
   *
   * @param due last day on which it is paid in time
   */
  public static AgeBucket of(LocalDate due, LocalDate day) {
    long days = ChronoUnit.DAYS.between(due, day);
    for (AgeBucket bucket : values()) {
      if (days <= bucket.mostDays) {
        return bucket;
      }
    }
    return OLDER;
  }
}
