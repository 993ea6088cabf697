package org.caisse.domain.account;

import java.time.LocalDate;
import org.caisse.domain.ledger.Component;

/**
 * A debt that two persons gave up: at most what is open on that day.
 *
 * @param decision number of the decision
 * @param on business date on which it was approved
 * @param period first day of the month
 * @param component what is given up
 * @param amountMinor minor units, positive
 * @param kind why
 */
public record WriteOff(
    int decision,
    LocalDate on,
    LocalDate period,
    Component component,
    long amountMinor,
    Kind kind) {

  /** Why a debt is given up. */
  public enum Kind {
    /** It cannot be collected. */
    WRITTEN_OFF,
    /** The period in which it could be asked for has run. */
    PRESCRIBED
  }

  /** What is posted. */
  Component posted() {
    return component.givenUp(kind.name());
  }
}
