package org.caisse.domain.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the law of a country says of care, beside its contributions. Where a component names a
 * parameter, that is one of the pack's ({@code Pack.parameters()}), in which those of this file
 * stand too.
 *
 * @param start first day of care of which it speaks
 * @param parameters names of the parameters that only it uses
 * @param benefits from when benefits are given, per population and region
 * @param rights how rights open and close, in the order of the file
 * @param dependants who is insured with a head of family
 * @param levels of providers
 * @param places of care; the first is meant where a line says none
 * @param statuses of persons that coverage asks for: of several, the first in this order counts
 * @param groups of acts
 * @param payers in the order in which they pay; programmes stand before or after them
 * @param programmes of free care
 * @param coverage what each payer pays of what
 * @param limits how often, how much
 * @param episodes what one price holds together
 * @param claims what is asked of invoices
 */
public record CareLaw(
    LocalDate start,
    List<String> parameters,
    List<BenefitStart> benefits,
    List<RightRule> rights,
    DependantRules dependants,
    List<CareWord> levels,
    List<CareWord> places,
    List<CareWord> statuses,
    List<CareGroup> groups,
    List<CarePayer> payers,
    List<Programme> programmes,
    List<Coverage> coverage,
    List<CareLimit> limits,
    List<Episode> episodes,
    ClaimRule claims) {

  /** The status of whom no other one counts. */
  public static final String NO_STATUS = "other";

  public CareLaw {
    parameters = List.copyOf(parameters);
    benefits = List.copyOf(benefits);
    rights = List.copyOf(rights);
    levels = List.copyOf(levels);
    places = List.copyOf(places);
    statuses = List.copyOf(statuses);
    groups = List.copyOf(groups);
    payers = List.copyOf(payers);
    programmes = List.copyOf(programmes);
    coverage = List.copyOf(coverage);
    limits = List.copyOf(limits);
    episodes = List.copyOf(episodes);
  }

  /**
   * From when benefits are given to a population in a region: the row that names the region, else
   * the one for all others.
   *
   * @return empty when no row is for the population, or benefits have no start yet
   */
  public Optional<LocalDate> benefitsFrom(String population, String region) {
    List<BenefitStart> rows =
        benefits.stream().filter(row -> row.populations().contains(population)).toList();
    return rows.stream()
        .filter(row -> row.regions().contains(region))
        .findFirst()
        .or(() -> rows.stream().filter(row -> row.regions().isEmpty()).findFirst())
        .map(BenefitStart::from);
  }

  /** The rule by which a population has rights with a payer; validation ensures at most one. */
  public Optional<RightRule> right(String payer, String population) {
    return rights.stream()
        .filter(rule -> rule.payer().equals(payer) && rule.populations().contains(population))
        .findFirst();
  }

  /** The payer of an id; programmes are none of these. */
  public Optional<CarePayer> payer(String id) {
    return payers.stream().filter(payer -> payer.id().equals(id)).findFirst();
  }
}
