package org.caisse.domain.contribution;

import java.time.LocalDate;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Shares;

/**
 * What an employer that did not declare is assessed by default (SEMANTICS 12): each share of the
 * last month that it really declared, increased by a rate and rounded once. The State's share is
 * owed for persons only, and a default assessment names none.
 */
public final class AssessByDefault {

  private AssessByDefault() {}

  /**
   * @param last what was declared last, or null when nothing ever was
   * @param increase null when the law or the fund assesses nobody by default
   * @param due last day in time, and the days of grace after it
   * @param date business date of the run
   * @return nothing when there is no default assessment
   */
  public static Shares of(LastDeclared last, Rate increase, LocalDate due, LocalDate date) {
    if (last == null || increase == null || !due.isBefore(date)) {
      return Shares.NOTHING;
    }
    return new Shares(
        increased(last.contributions().employerMinor(), increase),
        increased(last.contributions().insuredMinor(), increase),
        0);
  }

  private static long increased(long minor, Rate increase) {
    return Math.addExact(minor, increase.of(minor));
  }
}
