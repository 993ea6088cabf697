package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.calendar.WorkingDays;
import org.caisse.domain.care.CareLaw;
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
 * @param workingDays of the country, or null when its file does not say
 * @param start first period for which contributions are owed
 * @param populations by id, in the order of the file
 * @param parameters by name, in the order of the file
 * @param tables by name, in the order of the file
 * @param contributions the rules
 * @param declarations when declarations are due
 * @param funding how those behind a payer bear its share
 * @param payments what money received pays first; null when the pack does not say
 * @param collection how what is not paid is followed up; null when the pack does not say
 * @param care what the law says of care; null when the country's folder does not say
 * @param sha256 of the pack's files, in lower-case hexadecimal
 */
public record Pack(
    String id,
    String country,
    String nameFr,
    String nameEn,
    Currency currency,
    WorkingDays workingDays,
    LocalDate start,
    Map<String, Population> populations,
    Map<String, Parameter> parameters,
    Map<String, Table> tables,
    List<ContributionRule> contributions,
    List<DeclarationRule> declarations,
    List<FundingKey> funding,
    PaymentRule payments,
    CollectionRule collection,
    CareLaw care,
    String sha256) {

  /** A pack that says nothing of payments and of what follows when they do not come. */
  public Pack(
      String id,
      String country,
      String nameFr,
      String nameEn,
      Currency currency,
      WorkingDays workingDays,
      LocalDate start,
      Map<String, Population> populations,
      Map<String, Parameter> parameters,
      Map<String, Table> tables,
      List<ContributionRule> contributions,
      List<DeclarationRule> declarations,
      List<FundingKey> funding,
      String sha256) {
    this(
        id,
        country,
        nameFr,
        nameEn,
        currency,
        workingDays,
        start,
        populations,
        parameters,
        tables,
        contributions,
        declarations,
        funding,
        null,
        null,
        null,
        sha256);
  }

  /** The rule of a population for a period; validation ensures that there is at most one. */
  public Optional<ContributionRule> contribution(String population, LocalDate periodStart) {
    return contributions.stream()
        .filter(r -> r.populations().contains(population) && r.on(periodStart))
        .findFirst();
  }

  /** The rule on declarations of a population for a period; validation ensures at most one. */
  public Optional<DeclarationRule> declarations(String population, LocalDate periodStart) {
    return declarations.stream().filter(r -> r.on(population, periodStart)).findFirst();
  }
}
