package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The contribution of one or more populations.
 *
 * @param id name in files and explanations
 * @param populations whom it concerns
 * @param from first period (its first day) to which it applies
 * @param to first period to which it no longer applies, or null
 * @param amount how it is computed
 * @param except months for which nothing is owed
 * @param source where it was read
 * @param citation the text as documents for people cite it
 */
public record ContributionRule(
    String id,
    Set<String> populations,
    LocalDate from,
    LocalDate to,
    Amount amount,
    List<Window> except,
    String source,
    Citation citation) {

  public ContributionRule {
    populations = Set.copyOf(populations);
    except = List.copyOf(except);
  }

  /**
   * Months for which nothing is owed.
   *
   * @param from first day of the first one
   * @param to first day of the month after the last one
   * @param mark how far the source can be trusted
   * @param source where it was read
   */
  public record Window(LocalDate from, LocalDate to, Mark mark, String source) {

    /** Whether a period lies in it. */
    public boolean holds(LocalDate periodStart) {
      return !from.isAfter(periodStart) && periodStart.isBefore(to);
    }
  }

  /** Whether it applies to a period. */
  public boolean on(LocalDate periodStart) {
    return !from.isAfter(periodStart) && (to == null || periodStart.isBefore(to));
  }

  /** Whether nothing is owed for a period that it concerns. */
  public boolean exempts(LocalDate periodStart) {
    return except.stream().anyMatch(window -> window.holds(periodStart));
  }
}
