package org.caisse.domain.collection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a debt is prescribed: whether the period has run since the due day, or since the last act
 * that interrupted it.
 *
 * @param since the act from which the period runs; null: the due day
 * @param from the day from which it runs
 * @param last its last day; the debt is prescribed from the day after
 * @param hasRun whether that day has passed
 */
public record Prescription(Act since, LocalDate from, LocalDate last, boolean hasRun) {

  /** What interrupts a period. */
  public enum Kind {
    /** A formal notice was served. */
    SERVICE,
    /** A part was paid. */
    PAYMENT,
    /** The debtor acknowledged the debt in an instalment plan. */
    ACKNOWLEDGEMENT
  }

  /**
   * An act that interrupts a period.
   *
   * @param kind what happened
   * @param on the day
   */
  public record Act(Kind kind, LocalDate on) {}

  /**
   * Decides it. An act begins the period anew when it comes before its end; one that comes
   * afterwards finds the debt prescribed and changes nothing.
   *
   * @param due last day on which the debt was paid in time
   * @param acts in any order
   * @param months of the period
   * @param day on which it is asked
   */
  public static Prescription judge(LocalDate due, List<Act> acts, int months, LocalDate day) {
    Act since = null;
    LocalDate from = due;
    List<Act> inOrder =
        acts.stream()
            .filter(act -> !act.on().isAfter(day))
            .sorted(Comparator.comparing(Act::on).thenComparing(Act::kind))
            .toList();
    for (Act act : inOrder) {
      if (act.on().isAfter(from.plusMonths(months))) {
        break;
      }
      if (act.on().isAfter(from)) {
        since = act;
        from = act.on();
      }
    }
    LocalDate last = from.plusMonths(months);
    return new Prescription(since, from, last, day.isAfter(last));
  }
}
