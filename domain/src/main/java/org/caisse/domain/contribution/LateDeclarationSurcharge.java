package org.caisse.domain.contribution;

import java.time.LocalDate;
import org.caisse.domain.calendar.LateMonths;
import org.caisse.domain.money.Rate;

/**
 * The surcharge of an employer that declared after the due day: a rate per month or fraction of
 * month, on the contributions of the period, not compounded, rounded once (SEMANTICS 13; the pack
 * names its text).
 */
public final class LateDeclarationSurcharge {

  private LateDeclarationSurcharge() {}

  /**
   * @param contributionsMinor all payers' contributions of the employer for the period, minor units
   * @param perMonth rate per month or fraction
   * @param due last day in time
   * @param received day on which the first declaration that was filed came in
   * @return minor units, 0 when in time
   */
  public static long of(long contributionsMinor, Rate perMonth, LocalDate due, LocalDate received) {
    int months = LateMonths.between(due, received);
    return months == 0 ? 0 : perMonth.times(months).of(contributionsMinor);
  }
}
