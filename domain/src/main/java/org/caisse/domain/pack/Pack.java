package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.money.Currency;

/**
 * The law of one scheme as data: dated, sourced parameters and the rules that refer to them. Loaded
 * and validated by the {@code config} module; nothing of a country is anywhere else.
 *
 * @param id such as {@code bf-amu}
 * @param country ISO 3166 code
 * @param nameFr the scheme's name in French
 * @param nameEn the scheme's name in English
 * @param currency of every amount
 * @param start first period for which contributions are owed
 * @param populations by id, in the order of the file
 * @param parameters by name, in the order of the file
 * @param contributions the rules
 * @param declarations when declarations are due
 * @param sha256 of the pack's files, in lower-case hexadecimal
 */
public record Pack(
    String id,
    String country,
    String nameFr,
    String nameEn,
    Currency currency,
    LocalDate start,
    Map<String, Population> populations,
    Map<String, Parameter> parameters,
    List<ContributionRule> contributions,
    DeclarationTerms declarations,
    String sha256) {

  /** The rule of a population for a period; validation ensures that there is at most one. */
  public Optional<ContributionRule> contribution(String population, LocalDate periodStart) {
    return contributions.stream()
        .filter(r -> r.populations().contains(population) && r.on(periodStart))
        .findFirst();
  }
}
