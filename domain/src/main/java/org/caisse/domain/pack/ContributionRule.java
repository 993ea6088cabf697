package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.Set;

/**
 * The contribution of one or more populations.
 *
 * @param id name in files and explanations
 * @param populations whom it concerns
 * @param from first period (its first day) to which it applies
 * @param to first period to which it no longer applies, or null
 * @param amount how it is computed
 * @param source where it was read
 * @param citation the text as documents for people cite it
 */
public record ContributionRule(
    String id,
    Set<String> populations,
    LocalDate from,
    LocalDate to,
    Amount amount,
    String source,
    Citation citation) {

  public ContributionRule {
    populations = Set.copyOf(populations);
  }

  /** Whether it applies to a period. */
  public boolean on(LocalDate periodStart) {
    return !from.isAfter(periodStart) && (to == null || periodStart.isBefore(to));
  }
}
