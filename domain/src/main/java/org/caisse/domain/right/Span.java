package org.caisse.domain.right;

import java.time.LocalDate;

/**
 * Days from one to another.
 *
 * @param from first day
 * @param to first day after, {@link #FOREVER} when no end is known
 */
record Span(LocalDate from, LocalDate to) {

  static final LocalDate FOREVER = LocalDate.MAX;

  /** A span whose end may be null for none. */
  static Span of(LocalDate from, LocalDate to) {
    return new Span(from, to == null ? FOREVER : to);
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  Span and(Span other) {
    return new Span(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }
}
