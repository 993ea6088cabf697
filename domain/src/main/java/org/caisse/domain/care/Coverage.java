package org.caisse.domain.care;

import java.util.List;

/**
 * What a payer pays. Of each payer exactly one row applies to any care.
 *
 * @param payer id of the payer
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
    List<String> groups,
    List<String> statuses,
    List<String> places,
    List<String> levels,
    String rate,
    String patientFirst,
    String source) {

  public Coverage {
    groups = List.copyOf(groups);
    statuses = List.copyOf(statuses);
    places = List.copyOf(places);
    levels = List.copyOf(levels);
  }

  /** Whether it applies. */
  public boolean applies(String group, String status, String place, String level) {
    return among(groups, group)
        && among(statuses, status)
        && among(places, place)
        && among(levels, level);
  }

  private static boolean among(List<String> words, String word) {
    return words.isEmpty() || words.contains(word);
  }
}
