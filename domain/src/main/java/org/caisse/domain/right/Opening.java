package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.caisse.domain.care.Delay;

/**
 * When the right of an affiliation opens: after the first n consecutive contributed months on the
 * first of the next one, or when the waiting days since the first of them have passed. A month that
 * was paid late counts from the day of its payment, one that was paid in time from its end.
 *
 * @param on first day
 * @param why which way
 * @param arguments of it
 */
record Opening(LocalDate on, RightReason why, String arguments) {

  /** The earliest one; empty while the waiting time has not passed. */
  static Optional<Opening> of(Affiliation affiliation, List<RightPeriod> listed, RightTerms terms) {
    Optional<Opening> entered = entered(affiliation, listed);
    Opening best = entered.orElse(null);
    for (MonthState month : affiliation.months().values()) {
      if (month.takenOn() != null) {
        best =
            earlier(
                best, new Opening(month.takenOn(), RightReason.TAKEN_ON, word(month.takenOn())));
      }
      if (month.contributed()) {
        best = earlier(best, waited(affiliation.months(), month, terms));
      }
    }
    return Optional.ofNullable(best);
  }

  private static Opening earlier(Opening one, Opening two) {
    if (one == null || two == null) {
      return one == null ? two : one;
    }
    return two.on.isBefore(one.on) ? two : one;
  }

  /** Who was listed until this affiliation began, or the month before, goes on without waiting. */
  private static Optional<Opening> entered(Affiliation affiliation, List<RightPeriod> listed) {
    Optional<MonthState> first =
        affiliation.months().values().stream().filter(MonthState::contributed).findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    LocalDate month = first.get().month();
    return listed.stream()
        .filter(
            period ->
                period.from().isBefore(month) && !period.span().to().isBefore(month.minusMonths(1)))
        .findFirst()
        .map(
            period -> {
              LocalDate on = period.span().to().isBefore(month) ? period.to() : month;
              return new Opening(
                  later(on, first.get().lateOn()), RightReason.STATUS_CHANGE, period.population());
            });
  }

  private static Opening waited(
      SortedMap<LocalDate, MonthState> months, MonthState month, RightTerms terms) {
    Delay waiting = month.rule().waiting();
    int count = waiting == null ? 0 : terms.number(waiting.parameter(), month.month()).orElse(0);
    if (count == 0) {
      return new Opening(
          later(month.month(), month.lateOn()), RightReason.CONTRIBUTED, word(month.month()));
    }
    return switch (waiting.unit()) {
      case MONTHS -> {
        LocalDate first = month.month().minusMonths(count - 1L);
        LocalDate next = month.month().plusMonths(1);
        yield window(months, first, next)
            .map(
                late ->
                    new Opening(
                        later(next, late),
                        RightReason.WAITED,
                        word(first) + ";" + word(month.month())))
            .orElse(null);
      }
      case DAYS -> {
        LocalDate on = month.month().plusDays(count);
        yield window(months, month.month(), on)
            .map(late -> new Opening(later(on, late), RightReason.WAITED_DAYS, word(month.month())))
            .orElse(null);
      }
    };
  }

  /**
   * Whether all months from one to a day are contributed; with the last day on which one of them
   * was paid late, or the first of them when none was.
   */
  private static Optional<LocalDate> window(
      SortedMap<LocalDate, MonthState> months, LocalDate first, LocalDate until) {
    List<MonthState> window = new ArrayList<>();
    for (LocalDate month = first; month.isBefore(until); month = month.plusMonths(1)) {
      window.add(months.get(month));
    }
    if (!MonthState.consecutive(window)) {
      return Optional.empty();
    }
    LocalDate late = first;
    for (MonthState month : window) {
      late = later(late, month.lateOn());
    }
    return Optional.of(late);
  }

  private static LocalDate later(LocalDate day, LocalDate other) {
    return other != null && other.isAfter(day) ? other : day;
  }

  /** A day as an argument of a reason. */
  static String word(LocalDate day) {
    return day.toString();
  }
}
