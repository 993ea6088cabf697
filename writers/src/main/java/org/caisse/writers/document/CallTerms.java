package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Language;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Citation;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Population;

/**
 * What all call notices of a period have in common.
 *
 * @param periodStart first day of the month
 * @param issuedOn date of the notices: the business date of the run
 * @param populations terms by id of the population
 * @param ogdNames name of each delegated body by its code
 * @param chain chain of the manifests when the run began, printed so that a removed run shows
 */
public record CallTerms(
    LocalDate periodStart,
    LocalDate issuedOn,
    Map<String, PopulationTerms> populations,
    Map<String, String> ogdNames,
    String chain) {

  /**
   * How a population contributes.
   *
   * @param population whom
   * @param terms its rule with numbers
   * @param latePerMonth surcharge per month or fraction of month of delay
   * @param defaultIncrease by how much a default assessment exceeds what was last declared, or null
   * @param sources the texts that the notice names
   */
  public record PopulationTerms(
      Population population,
      ContributionTerms terms,
      Rate latePerMonth,
      Rate defaultIncrease,
      List<String> sources) {
    public PopulationTerms {
      sources = List.copyOf(sources);
    }
  }

  public CallTerms {
    populations = Map.copyOf(populations);
    ogdNames = Map.copyOf(ogdNames);
  }

  /** The terms that the law gives for a period, of every population that is declared. */
  public static CallTerms of(
      Law law,
      LocalDate periodStart,
      LocalDate issuedOn,
      Map<String, String> ogdNames,
      Language language,
      String chain) {
    Map<String, PopulationTerms> populations = new LinkedHashMap<>();
    for (Population population : law.pack().populations().values()) {
      if (population.basis() == Population.Basis.DECLARED) {
        law.contribution(population.id(), periodStart)
            .ifPresent(
                terms ->
                    populations.put(
                        population.id(),
                        new PopulationTerms(
                            population,
                            terms,
                            law.declarations(population.id(), periodStart).latePerMonth(),
                            law.declarations(population.id(), periodStart).defaultIncrease(),
                            sources(law, population.id(), periodStart, language))));
      }
    }
    return new CallTerms(periodStart, issuedOn, populations, ogdNames, chain);
  }

  /** The terms of an employer's population. */
  PopulationTerms of(EmployerMonth month) {
    PopulationTerms terms = populations.get(month.population());
    if (terms == null) {
      throw new IllegalArgumentException(
          "employer %s declares for population '%s', which has no contribution rule for %s"
              .formatted(month.employerNo(), month.population(), periodStart));
    }
    return terms;
  }

  private static List<String> sources(
      Law law, String population, LocalDate periodStart, Language language) {
    List<String> sources = new ArrayList<>();
    law.texts(population, periodStart).forEach(text -> sources.add(words(text, language)));
    law.pack()
        .declarations(population, periodStart)
        .map(rule -> words(rule.citation(), language))
        .filter(words -> !sources.contains(words))
        .ifPresent(sources::add);
    return sources;
  }

  private static String words(Citation citation, Language language) {
    return switch (language) {
      case FR -> citation.fr();
      case EN -> citation.en();
    };
  }
}
