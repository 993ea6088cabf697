package org.caisse.domain.pack;

import java.time.LocalDate;

/**
 * One value of a parameter, in force from a day until the next value takes over.
 *
 * @param from first day in force
 * @param quantity the number, in the parameter's unit
 * @param mark how far the source can be trusted
 * @param source where the value was read: a decree, a page
 * @param citation the text that brought the value as documents for people cite it, beside the text
 *     of the rule; null when the rule's own says it
 */
public record DatedValue(
    LocalDate from, Quantity quantity, Mark mark, String source, Citation citation) {

  /** A value that the text of its rule brought. */
  public DatedValue(LocalDate from, Quantity quantity, Mark mark, String source) {
    this(from, quantity, mark, source, null);
  }
}
