package org.caisse.domain.pack;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** For how long an amount of the law is owed: the last part of its unit, such as {@code year}. */
public enum Span {
  MONTH(1),
  QUARTER(3),
  HALF_YEAR(6),
  YEAR(12),
  /** For as many months as the person paid ahead: a fact of the person. */
  TERM(0);

  private final int months;

  Span(int months) {
    this.months = months;
  }

  /** Its months; 0 when the person's facts say how many. */
  public int months() {
    return months;
  }

  /**
   * First month of the span in which a month lies, when the first of all began with a given one:
   * years and quarters follow one another, months paid ahead do not.
   *
   * @param start first day of the first month of all
   * @param month first day of a month
   */
  public LocalDate first(LocalDate start, LocalDate month) {
    if (months == 0 || month.isBefore(start)) {
      return start;
    }
    long before = ChronoUnit.MONTHS.between(start, month) / months;
    return start.plusMonths(before * months);
  }
}
