package org.caisse.domain.contribution;

import java.time.LocalDate;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.pack.Payer;

/**
 * What a month of an employer owed before a regularisation and owes after it.
 *
 * @param period first day of the month
 * @param ogd code of the delegated body that collects
 * @param component what is owed
 * @param payer who bears it
 * @param beforeMinor minor units
 * @param afterMinor minor units
 */
public record MonthChange(
    LocalDate period,
    String ogd,
    Component component,
    Payer payer,
    long beforeMinor,
    long afterMinor) {

  /** What is owed more, or, negative, less. */
  public long differenceMinor() {
    return Math.subtractExact(afterMinor, beforeMinor);
  }
}
