package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.MissingFactException;
import org.caisse.domain.pack.Owing;
import org.caisse.domain.pack.Shape;
import org.caisse.domain.pack.Span;

/**
 * Where a month lies among the months for which an amount is owed, and which part of the amount it
 * therefore owes. The parts of all months add up to the amount.
 *
 * @param first first day of the first month
 * @param months how many
 * @param index of the month, from 0; outside of 0 to {@code months - 1} nothing is owed
 */
record SpanOfMonths(LocalDate first, int months, int index) {

  static SpanOfMonths of(Shape shape, Circumstances person) {
    int months = shape.span() == Span.TERM ? person.termMonths() : shape.span().months();
    if (months == 0) {
      throw new MissingFactException(shape.rule(), "term");
    }
    if (shape.owing().own()) {
      if (person.termStart() == null) {
        throw new MissingFactException(shape.rule(), "term_start");
      }
      LocalDate first = shape.span().first(person.termStart().withDayOfMonth(1), shape.month());
      return new SpanOfMonths(first, months, (int) ChronoUnit.MONTHS.between(first, shape.month()));
    }
    int index = (shape.month().getMonthValue() - 1) % months;
    return new SpanOfMonths(shape.month().minusMonths(index), months, index);
  }

  /** Whether the month is one of them. */
  boolean holds() {
    return index >= 0 && index < months;
  }

  /** The part of an amount, minor units, that the month owes. */
  long part(long amountMinor, Owing.Month owed) {
    return switch (owed) {
      case EACH -> until(amountMinor, index + 1) - until(amountMinor, index);
      case FIRST -> index == 0 ? amountMinor : 0;
      case LAST -> index == months - 1 ? amountMinor : 0;
    };
  }

  /** What is owed for the first so many months, rounded half up. */
  private long until(long amountMinor, int count) {
    long twice = Math.multiplyExact(2L * count, amountMinor);
    return Math.floorDiv(Math.addExact(twice, months), 2L * months);
  }
}
