package org.caisse.domain.right;

import java.time.LocalDate;

/**
 * A right with a payer, half-open, with why it opens and why it closes.
 *
 * @param payer id of the payer in the care law
 * @param from first day
 * @param to first day on which it is closed; null while no end is known
 * @param population of the insured person from whom it comes; empty when it rests on a status
 * @param rule id of the rule of the care law
 * @param why of its opening
 * @param arguments of {@code why}, separated by semicolons
 * @param endWhy of its end; null while none is known
 * @param endArguments of {@code endWhy}
 */
public record RightPeriod(
    String payer,
    LocalDate from,
    LocalDate to,
    String population,
    String rule,
    RightReason why,
    String arguments,
    RightReason endWhy,
    String endArguments) {

  Span span() {
    return Span.of(from, to);
  }

  /** The same with another end. */
  RightPeriod until(LocalDate end, RightReason reason, String given) {
    return new RightPeriod(payer, from, end, population, rule, why, arguments, reason, given);
  }

  /** The same with another beginning. */
  RightPeriod since(LocalDate begin, RightReason reason, String given) {
    return new RightPeriod(payer, begin, to, population, rule, reason, given, endWhy, endArguments);
  }
}
