package org.caisse.domain.pack;

/**
 * In which months an amount for several months is owed.
 *
 * @param month which of its months
 * @param own whether the months run from the person's own first month, not with the calendar
 */
public record Owing(Month month, boolean own) {

  /** By calendar, in equal parts. */
  public static final Owing BY_MONTH = new Owing(Month.EACH, false);

  /** Which of its months. */
  public enum Month {
    /**
     * All: each owes its part, rounded so that the parts add up to the amount (what is owed until
     * the end of a month, rounded, less what was owed before it).
     */
    EACH,
    FIRST,
    LAST
  }
}
