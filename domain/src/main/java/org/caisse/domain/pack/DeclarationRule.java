package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * When declarations are due and what lateness costs.
 *
 * @param populations whose declarers it concerns
 * @param from first period (its first day) to which it applies
 * @param to first period to which it no longer applies, or null
 * @param headcountOn when the persons are counted on whose number the due day depends; null when it
 *     does not
 * @param due when, exactly one for any headcount
 * @param nextWorkingDay whether a due day on which nobody works is moved to the next working day
 * @param latePerMonth parameter: percent of the contributions per month or fraction of month of
 *     delay; null when nothing is added
 * @param defaultIncrease parameter: percent by which a default assessment exceeds what was last
 *     declared; null when nobody is assessed by default
 * @param defaultGrace parameter: days after the due day until which nobody is assessed by default;
 *     null for none
 * @param defaultPenalty parameter: fixed amount that a default assessment adds; null for none
 * @param penaltyStays whether it stays when the real declaration comes
 * @param source where it was read
 * @param citation the text as documents for people cite it
 */
public record DeclarationRule(
    Set<String> populations,
    LocalDate from,
    LocalDate to,
    HeadcountDay headcountOn,
    List<Due> due,
    boolean nextWorkingDay,
    String latePerMonth,
    String defaultIncrease,
    String defaultGrace,
    String defaultPenalty,
    boolean penaltyStays,
    String source,
    Citation citation) {

  public DeclarationRule {
    populations = Set.copyOf(populations);
    due = List.copyOf(due);
  }

  /** One without days of grace and without penalty. */
  public DeclarationRule(
      Set<String> populations,
      LocalDate from,
      LocalDate to,
      HeadcountDay headcountOn,
      List<Due> due,
      boolean nextWorkingDay,
      String latePerMonth,
      String defaultIncrease,
      String source,
      Citation citation) {
    this(
        populations,
        from,
        to,
        headcountOn,
        due,
        nextWorkingDay,
        latePerMonth,
        defaultIncrease,
        null,
        null,
        false,
        source,
        citation);
  }

  /** When the persons of an employer are counted. */
  public enum HeadcountDay {
    /** Those declared for the month itself. */
    MONTH,
    /** Those employed on the first day of the calendar quarter. */
    QUARTER_START,
    /** Those employed on the first of January. */
    YEAR_START
  }

  /**
   * When a declaration is due.
   *
   * @param headcount of which employers; null for all
   * @param every how often they declare
   * @param day parameter: day of the month after the period
   */
  public record Due(Table.When.Range headcount, Periodicity every, String day) {}

  /** Whether it applies to a population for a period. */
  public boolean on(String population, LocalDate periodStart) {
    return populations.contains(population)
        && !from.isAfter(periodStart)
        && (to == null || periodStart.isBefore(to));
  }
}
