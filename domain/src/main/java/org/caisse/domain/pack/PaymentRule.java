package org.caisse.domain.pack;

import java.util.List;

/**
 * What money received pays first, and what late payment costs.
 *
 * @param order in which what is owed for one month is paid; months go by their due day; {@link
 *     DebtPart#CLOSED_LATE} is the last, of what contributions and surcharges leave, or left out,
 *     when only money pays it that says so
 * @param latePerMonth parameter: percent of the contributions per month or fraction of month of
 *     delay; null when nothing is added
 * @param matchDays a receipt without reference belongs to a debt of the same amount when its value
 *     date is at most so many days from the due day
 * @param ogdFee parameter: percent of what a delegated body collects that it may keep; null for
 *     nothing
 * @param source where it was read
 * @param citation the text as documents for people cite it
 */
public record PaymentRule(
    List<DebtPart> order,
    String latePerMonth,
    int matchDays,
    String ogdFee,
    String source,
    Citation citation) {

  public PaymentRule {
    order = List.copyOf(order);
  }
}
