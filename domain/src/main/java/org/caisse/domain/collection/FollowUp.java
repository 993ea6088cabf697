package org.caisse.domain.collection;

import java.time.LocalDate;
import java.util.List;

/**
 * What follows for an employer's debts on a day.
 *
 * @param steps letters to issue, a row for each debt
 * @param todo what people are to do about formal notices of before
 */
public record FollowUp(List<Step> steps, List<Todo> todo) {

  public FollowUp {
    steps = List.copyOf(steps);
    todo = List.copyOf(todo);
  }

  /**
   * A debt that a letter asks for.
   *
   * @param stage which letter
   * @param period first day of the month of the debt
   * @param ogd code of the delegated body that collects it
   * @param due last day on which it was paid in time
   * @param openMinor what is asked for, minor units
   * @param plan number of the plan whose breach is told, or 0
   * @param since first day on which that plan was broken, or null
   */
  public record Step(
      Stage stage,
      LocalDate period,
      String ogd,
      LocalDate due,
      long openMinor,
      int plan,
      LocalDate since) {}

  /**
   * Something that people are to do.
   *
   * @param kind what
   * @param number of the formal notice
   * @param period first day of the month of the debt
   * @param ogd code of the delegated body that collects it
   * @param openMinor still owed, minor units
   * @param since the day on which the notice was issued; or the first after the delay to pay
   */
  public record Todo(
      Kind kind, String number, LocalDate period, String ogd, long openMinor, LocalDate since) {

    /** What people are to do. */
    public enum Kind {
      /** A formal notice was issued, and nobody recorded that it was served. */
      TO_SERVE,
      /** It was served, and the delay to pay has passed. */
      EXPIRED
    }
  }
}
