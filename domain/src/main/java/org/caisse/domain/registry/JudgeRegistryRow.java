package org.caisse.domain.registry;

import java.util.Map;
import org.caisse.domain.pack.Population;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides on a row of a registry file what the row alone cannot tell: codes that must exist, and
 * rows that stand twice.
 */
public final class JudgeRegistryRow {

  private JudgeRegistryRow() {}

  /**
   * What a row names and nobody knows.
   *
   * @param code why it is refused
   * @param field that names it
   * @param value what stands there
   */
  public record Unknown(RejectCode code, String field, String value) {}

  /**
   * The reason to refuse an employer by its own row, or null.
   *
   * @param known populations of the pack
   */
  public static Reject employer(int lineNo, String population, Map<String, Population> known) {
    Population found = known.get(population);
    return found == null || found.basis() != Population.Basis.DECLARED
        ? populationUnknown(lineNo, population, known, true)
        : null;
  }

  /**
   * The reason to refuse a person by its own row, or null.
   *
   * @param population empty for a person whom employers declare
   * @param known populations of the pack
   */
  public static Reject person(int lineNo, String population, Map<String, Population> known) {
    if (population.isEmpty()) {
      return null;
    }
    Population found = known.get(population);
    return found == null || found.basis() == Population.Basis.DECLARED
        ? populationUnknown(lineNo, population, known, false)
        : null;
  }

  /**
   * The first reason to refuse a row among all others, or null.
   *
   * @param column by which rows are known
   * @param number what stands in it
   * @param unknown what it names and nobody knows, or null
   * @param rank of the row among those of the run with the same key and first day, from 1
   */
  public static Reject among(int lineNo, String column, String number, Unknown unknown, int rank) {
    if (unknown != null) {
      return new Reject(lineNo, unknown.code(), unknown.field(), unknown.value());
    }
    return rank > 1 ? new Reject(lineNo, RejectCode.DUPLICATE, column, number) : null;
  }

  private static Reject populationUnknown(
      int lineNo, String population, Map<String, Population> known, boolean declared) {
    return new Reject(
        lineNo, RejectCode.POPULATION_UNKNOWN, "population", population, codes(known, declared));
  }

  private static String codes(Map<String, Population> known, boolean declared) {
    return String.join(
        ", ",
        known.values().stream()
            .filter(p -> (p.basis() == Population.Basis.DECLARED) == declared)
            .map(Population::id)
            .sorted()
            .toList());
  }
}
