package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.Entry;

/**
 * What was decided on an employer's month.
 *
 * @param state declared, nil or missing
 * @param due last day on which the declaration was in time
 * @param monthsLate months or fractions of month of delay, 0 when in time or missing
 * @param surchargeMinor late-declaration surcharge, minor units
 * @param entries what is to be posted
 */
public record EmployerMonthVerdict(
    State state, LocalDate due, int monthsLate, long surchargeMinor, List<Entry> entries) {

  /** Whether the employer did what it had to do. */
  public enum State {
    DECLARED,
    NIL,
    MISSING
  }

  public EmployerMonthVerdict {
    entries = List.copyOf(entries);
  }
}
