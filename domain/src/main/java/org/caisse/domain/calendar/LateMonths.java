package org.caisse.domain.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How many months late something is, when the text says "per month or fraction of month": months
 * run from anniversary to anniversary of the due day, and a fraction counts whole. Due on 10 March,
 * 10 April is one month, 11 April is two (SEMANTICS 13 of the design; wording in BF news-pravda
 * 2025-08-05 and the sister funds).
 */
public final class LateMonths {

  private LateMonths() {}

  /**
   * Months or fractions of month from the due day to the day of receipt.
   *
   * @param due last day on which it was in time
   * @param received the day on which it came
   * @return 0 when in time, else at least 1
   */
  public static int between(LocalDate due, LocalDate received) {
    if (!received.isAfter(due)) {
      return 0;
    }
    int whole = Math.toIntExact(ChronoUnit.MONTHS.between(due, received));
    return due.plusMonths(whole).isBefore(received) ? whole + 1 : whole;
  }
}
