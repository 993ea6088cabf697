package org.caisse.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * On which days a country works.
 *
 * @param weekend days of each week on which it does not
 * @param everyYear holidays on the same date of each year
 * @param holidays others, by date
 */
public record WorkingDays(
    Set<DayOfWeek> weekend, Set<MonthDay> everyYear, Set<LocalDate> holidays) {

  private static final int DAYS_OF_WEEK = 7;

  public WorkingDays {
    weekend = Set.copyOf(weekend);
    everyYear = Set.copyOf(everyYear);
    holidays = Set.copyOf(holidays);
    if (weekend.size() == DAYS_OF_WEEK) {
      throw new IllegalArgumentException("a country works on some day of the week");
    }
  }

  /** Whether people work on that day. */
  public boolean works(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek())
        && !everyYear.contains(MonthDay.from(day))
        && !holidays.contains(day);
  }

  /** That day, or the first working day after it. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate found = day;
    while (!works(found)) {
      found = found.plusDays(1);
    }
    return found;
  }
}
