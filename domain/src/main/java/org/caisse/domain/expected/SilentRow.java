package org.caisse.domain.expected;

import java.time.LocalDate;

/**
 * One employer's month in the archive of a control: what the rule saw, then what it decided.
 *
 * @param population of the employer
 * @param ogd code of the delegated body
 * @param filed whether it filed anything for the month, nothing paid included
 * @param due day until which it was to; null when nothing is owed for the month
 * @param date business date of the control
 * @param expected persons whom lists or the month before expect of it
 * @param missingMinor contributions that are missing, as far as can be estimated, minor units
 * @param silent whether it was to file and did not
 */
public record SilentRow(
    String employerNo,
    String population,
    String ogd,
    boolean filed,
    LocalDate due,
    LocalDate date,
    int expected,
    long missingMinor,
    boolean silent) {

  /** What the rule decides on these facts: a day that is due is still in time. */
  public SilentRow judged() {
    return new SilentRow(
        employerNo,
        population,
        ogd,
        filed,
        due,
        date,
        expected,
        missingMinor,
        !filed && isOverdue(due, date));
  }

  /** Whether a day is past. */
  public static boolean isOverdue(LocalDate due, LocalDate date) {
    return due != null && date.isAfter(due);
  }
}
