package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.Comparator;
import org.caisse.domain.money.Rate;

/**
 * A {@link DeclarationRule} in numbers: when the declaration of a month is due, and what lateness
 * costs.
 *
 * @param headcountOn when the persons are counted on whose number the due day depends; null when it
 *     does not
 * @param days last day in time, by headcount
 * @param latePerMonth surcharge per month or fraction of month of delay
 * @param defaultIncrease by how much a default assessment exceeds what was last declared; null when
 *     nobody is assessed by default
 * @param defaultGraceDays days after the due day until which nobody is
 * @param defaultPenaltyMinor fixed amount that a default assessment adds, minor units
 * @param penaltyStays whether it stays when the real declaration comes
 */
public record DueTerms(
    DeclarationRule.HeadcountDay headcountOn,
    Lookup<LocalDate> days,
    Rate latePerMonth,
    Rate defaultIncrease,
    int defaultGraceDays,
    long defaultPenaltyMinor,
    boolean penaltyStays) {

  /** Terms without days of grace and without penalty. */
  public DueTerms(
      DeclarationRule.HeadcountDay headcountOn,
      Lookup<LocalDate> days,
      Rate latePerMonth,
      Rate defaultIncrease) {
    this(headcountOn, days, latePerMonth, defaultIncrease, 0, 0, false);
  }

  /** A headcount that nobody knows. */
  public static final int UNKNOWN = -1;

  /**
   * The last day on which the declaration is in time.
   *
   * @param headcount of the employer; {@link #UNKNOWN} gives the latest of the days, so that nobody
   *     is called late before it is certain
   */
  public LocalDate due(int headcount) {
    if (headcount == UNKNOWN) {
      return days.rows().stream()
          .map(Lookup.Row::value)
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
    return days.find(new Headcount(headcount));
  }

  private record Headcount(int persons) implements Facts {

    @Override
    public long number(Fact fact) {
      if (fact != Fact.HEADCOUNT) {
        throw new IllegalArgumentException("a due day depends on the headcount, not on " + fact);
      }
      return persons;
    }

    @Override
    public String word(String fact) {
      throw new IllegalArgumentException("a due day depends on the headcount, not on " + fact);
    }

    @Override
    public String row() {
      return null;
    }
  }
}
