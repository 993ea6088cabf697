package org.caisse.domain.care;

import java.util.List;

/**
 * What a payer pays. Of each payer exactly one row applies to any care.
 *
 * @param payer id of the payer
 * @param populations of the insured person from whom the right comes, {@link #OTHERS} for those
 *     that no row of the payer names; empty for any
 * @param groups of care; empty for any
 * @param statuses of persons, {@link CareLaw#NO_STATUS} for none; empty for any
 * @param places of care; empty for any
 * @param levels of providers; empty for any
 * @param rate parameter: percentage; null where it does not pay
 * @param patientFirst parameter: amount of each line that the patient bears before the percentage
 *     is taken; null for none
 * @param source where it was read
 */
public record Coverage(
    String payer,
    List<String> populations,
    List<String> groups,
    List<String> statuses,
    List<String> places,
    List<String> levels,
    String rate,
    String patientFirst,
    String source) {

  /** The populations that no row of the payer names. */
  public static final String OTHERS = "other";

  public Coverage {
    populations = List.copyOf(populations);
    groups = List.copyOf(groups);
    statuses = List.copyOf(statuses);
    places = List.copyOf(places);
    levels = List.copyOf(levels);
  }

  /**
   * Whether it applies.
   *
   * @param population one that a row of the payer names, or {@link #OTHERS}
   */
  public boolean applies(
      String population, String group, String status, String place, String level) {
    return among(populations, population)
        && among(groups, group)
        && among(statuses, status)
        && among(places, place)
        && among(levels, level);
  }

  private static boolean among(List<String> words, String word) {
    return words.isEmpty() || words.contains(word);
  }
}
