package org.caisse.domain.takeon;

/**
 * A total of the old system beside what was found: also a row of the archive.
 *
 * @param kind of what is counted
 * @param key which file, registry, employer, account or receipt
 * @param measure {@code COUNT} of lines or numbers, or {@code TOTAL} in minor units
 * @param expected what the old system says; null when it says nothing
 * @param found what the files hold; null when they hold nothing
 * @param ties whether the two are the same
 */
public record ControlTotal(
    Kind kind, String key, String measure, Long expected, Long found, boolean ties) {

  /** What is counted. */
  public enum Kind {
    /** Lines of a file that are not refused, and the sum of their amounts. */
    FILE,
    /** Numbers in the registry. */
    REGISTRY,
    /** Debts of an employer less its advances. */
    EMPLOYER,
    /** What an account of the chart is opened with, positive for a debit. */
    ACCOUNT,
    /** Money that the section brought before and must bring again. */
    RECEIPT
  }

  /** Judges a total: nothing said, or found, is nought; there is no tolerance. */
  public static ControlTotal of(Kind kind, String key, String measure, Long expected, Long found) {
    return new ControlTotal(kind, key, measure, expected, found, 0 == difference(expected, found));
  }

  /** The same, judged again. */
  public ControlTotal judgeAgain() {
    return of(kind, key, measure, expected, found);
  }

  /** What was found beyond what was expected. */
  public long difference() {
    return difference(expected, found);
  }

  private static long difference(Long expected, Long found) {
    return Math.subtractExact(found == null ? 0 : found, expected == null ? 0 : expected);
  }
}
