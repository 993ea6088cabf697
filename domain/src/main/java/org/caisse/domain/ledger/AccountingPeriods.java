package org.caisse.domain.ledger;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which accounting period takes an entry: its own month, or the first open one after it when that
 * is closed (SEMANTICS 22).
 *
 * @param closed first days of the closed periods
 */
public record AccountingPeriods(Set<LocalDate> closed) {

  public AccountingPeriods {
    closed = Set.copyOf(closed);
  }

  /** The period in which an entry for a month is posted. */
  public LocalDate posting(LocalDate valuePeriod) {
    LocalDate period = valuePeriod;
    while (closed.contains(period)) {
      period = period.plusMonths(1);
    }
    return period;
  }
}
