package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How those who stand behind a payer bear its share between them, such as State and local
 * authorities behind assistance to indigents. It is settled between them; neither the insured
 * person nor a provider of care sees it.
 *
 * @param id name in files and explanations
 * @param payer whose share
 * @param populations for whom
 * @param from first period (its first day) to which it applies
 * @param to first period to which it no longer applies, or null
 * @param funders who bears what; the last one bears the rest
 * @param source where it was read
 * @param citation the text as documents for people cite it
 */
public record FundingKey(
    String id,
    Payer payer,
    Set<String> populations,
    LocalDate from,
    LocalDate to,
    List<Funder> funders,
    String source,
    Citation citation) {

  public FundingKey {
    populations = Set.copyOf(populations);
    funders = List.copyOf(funders);
  }

  /**
   * Who bears a part.
   *
   * @param id such as {@code local_authority}
   * @param percent name of the percentage; null for all that the others leave
   */
  public record Funder(String id, String percent) {}

  /** Whether it applies to a population for a period. */
  public boolean on(String population, LocalDate periodStart) {
    return populations.contains(population)
        && !from.isAfter(periodStart)
        && (to == null || periodStart.isBefore(to));
  }
}
