package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Months without a break that would close a right. A break counts from the due day of the first
 * month for which nobody owes anything, and closes on the day after the time that is tolerated, as
 * if that month were unpaid; where rights are never suspended, on the day after its due day. Who
 * contributes again before that day goes on.
 *
 * @param months by their first days
 * @param closes first day on which its right is closed; {@link Span#FOREVER} while it goes on
 * @param missing the first month that nobody contributed; null while it goes on
 * @param missingDue due day of that month
 */
record Affiliation(
    SortedMap<LocalDate, MonthState> months,
    LocalDate closes,
    LocalDate missing,
    LocalDate missingDue) {

  /** Those of a person. */
  static List<Affiliation> of(
      SortedMap<LocalDate, MonthState> months, RightTerms terms, LocalDate businessDate) {
    List<Affiliation> all = new ArrayList<>();
    SortedMap<LocalDate, MonthState> open = new TreeMap<>();
    for (MonthState state : months.values()) {
      if (!open.isEmpty()) {
        MonthState last = open.lastEntry().getValue();
        Affiliation ended = ended(open, terms);
        boolean follows = last.month().plusMonths(1).equals(state.month());
        if (!follows && !state.month().isBefore(ended.closes)) {
          all.add(ended);
          open = new TreeMap<>();
        }
      }
      open.put(state.month(), state);
    }
    if (!open.isEmpty()) {
      Affiliation ended = ended(open, terms);
      all.add(
          ended.closes.isAfter(businessDate)
              ? new Affiliation(open, Span.FOREVER, null, null)
              : ended);
    }
    return all;
  }

  private static Affiliation ended(SortedMap<LocalDate, MonthState> months, RightTerms terms) {
    MonthState last = months.lastEntry().getValue();
    LocalDate missing = last.month().plusMonths(1);
    LocalDate due = terms.due(last.population(), missing);
    LocalDate closes =
        terms
            .length(last.rule().suspension(), due)
            .map(length -> (LocalDate) length.addTo(due))
            .orElse(due)
            .plusDays(1);
    return new Affiliation(months, closes, missing, due);
  }

  /** The first day after the last of its months. */
  LocalDate contributedUntil() {
    return months.lastKey().plusMonths(1);
  }

  /** What holds on a day: its month, or the last one before it. */
  MonthState on(LocalDate day) {
    SortedMap<LocalDate, MonthState> before = months.headMap(day.plusDays(1));
    return before.isEmpty() ? months.firstEntry().getValue() : before.lastEntry().getValue();
  }
}
