package org.caisse.domain.account;

import java.time.LocalDate;
import org.caisse.domain.ledger.Component;

/**
 * A part of a receipt that pays a part of a debt.
 *
 * @param receipt id of the receipt
 * @param period first day of the month of the debt
 * @param ogd code of the delegated body that collects it
 * @param component what is paid
 * @param on the day from which the debt is paid: the receipt's value date, or the day on which the
 *     debt became payable when the money was there before
 * @param amountMinor minor units; negative where an allocation of before is taken back
 */
public record Allocation(
    long receipt,
    LocalDate period,
    String ogd,
    Component component,
    LocalDate on,
    long amountMinor) {

  Allocation takenBack() {
    return new Allocation(receipt, period, ogd, component, on, -amountMinor);
  }
}
