package org.caisse.domain.account;

import java.time.LocalDate;
import org.caisse.domain.ledger.Component;

/**
 * What a debtor owes for a month, as it stands by now.
 *
 * @param period first day of the month
 * @param ogd code of the delegated body that collects; of care of closed days, who had paid it
 * @param component contributions, or the surcharge for late declaration; of a debt that was taken
 *     on from an old system, also the surcharge for late payment that had accrued there; or care
 *     that was paid for days on which the right was closed afterwards
 * @param due last day on which the month's contributions are paid in time; of care of closed days,
 *     the day on which it was claimed
 * @param lateFrom of a debt that was taken on, the day from which late payment accrues here; null
 *     for the due day
 * @param amountMinor minor units
 */
public record Debt(
    LocalDate period,
    String ogd,
    Component component,
    LocalDate due,
    LocalDate lateFrom,
    long amountMinor) {

  /** A debt of our own: late payment accrues from the due day. */
  public Debt(LocalDate period, String ogd, Component component, LocalDate due, long amountMinor) {
    this(period, ogd, component, due, null, amountMinor);
  }

  /**
   * The day from which money is allocated to it: the first after its month, or its due day when
   * that is earlier. What comes before is an advance. Care of closed days is payable once it is
   * claimed.
   */
  public LocalDate payableFrom() {
    if (isCare()) {
      return due;
    }
    LocalDate after = period.plusMonths(1);
    return due.isBefore(after) ? due : after;
  }

  /** Whether it is care that was paid for days on which the right was closed afterwards. */
  public boolean isCare() {
    return component == Component.CLOSED_LATE;
  }
}
