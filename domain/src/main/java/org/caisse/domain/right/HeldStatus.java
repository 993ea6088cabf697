package org.caisse.domain.right;

import java.time.LocalDate;

/**
 * What is so of a person for a time, half-open.
 *
 * @param kind as the registry of care calls it
 * @param detail which one, or empty
 * @param from first day
 * @param to first day on which it is no longer so, or null
 */
public record HeldStatus(String kind, String detail, LocalDate from, LocalDate to) {

  /** The kind that says where a person is insured. */
  static final String REGION = "region";

  /** The kind that says that a person died on its first day. */
  static final String DEATH = "death";

  Span span() {
    return Span.of(from, to);
  }
}
