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
   * The first reason to refuse an employer.
   *
   * @param rank of the row among those of the file with the same number and first day, from 1
   * @return null when there is none
   */
  public static Reject employer(
      int lineNo,
      String number,
      String population,
      String ogd,
      boolean ogdKnown,
      int rank,
      Map<String, Population> known) {
    Population found = known.get(population);
    if (found == null || found.basis() != Population.Basis.DECLARED) {
      return new Reject(
          lineNo, RejectCode.POPULATION_UNKNOWN, "population", population, codes(known, true));
    }
    return ogdOrDuplicate(lineNo, "employer", number, ogd, ogdKnown, rank);
  }

  /**
   * The first reason to refuse a person.
   *
   * @param population empty for a person whom employers declare
   * @param rank of the row among those of the file with the same number and first day, from 1
   * @return null when there is none
   */
  public static Reject person(
      int lineNo,
      String number,
      String population,
      String ogd,
      boolean ogdKnown,
      int rank,
      Map<String, Population> known) {
    if (population.isEmpty()) {
      return ogdOrDuplicate(lineNo, "person", number, "", true, rank);
    }
    Population found = known.get(population);
    if (found == null || found.basis() == Population.Basis.DECLARED) {
      return new Reject(
          lineNo, RejectCode.POPULATION_UNKNOWN, "population", population, codes(known, false));
    }
    return ogdOrDuplicate(lineNo, "person", number, ogd, ogdKnown, rank);
  }

  /**
   * The first reason to refuse a number by which others know a person, or null.
   *
   * @param personKnown whether the registry has the person
   * @param rank of the row among those of the file with the same person, kind and first day
   */
  public static Reject identifier(int lineNo, String person, boolean personKnown, int rank) {
    if (!personKnown) {
      return new Reject(lineNo, RejectCode.PERSON_UNKNOWN, "person", person);
    }
    return rank > 1 ? new Reject(lineNo, RejectCode.DUPLICATE, "person", person) : null;
  }

  /** The first reason to refuse a delegated body, or null. */
  public static Reject ogd(int lineNo, String number, int rank) {
    return ogdOrDuplicate(lineNo, "ogd", number, number, true, rank);
  }

  private static Reject ogdOrDuplicate(
      int lineNo, String column, String number, String ogd, boolean ogdKnown, int rank) {
    if (!ogdKnown) {
      return new Reject(lineNo, RejectCode.OGD_UNKNOWN, "ogd", ogd);
    }
    return rank > 1 ? new Reject(lineNo, RejectCode.DUPLICATE, column, number) : null;
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
