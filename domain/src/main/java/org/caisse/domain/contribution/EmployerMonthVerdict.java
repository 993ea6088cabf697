package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.Shares;

/**
 * What was decided on an employer's month.
 *
 * @param state declared, nil, missing, or missing and assessed by default
 * @param due last day on which the declaration was in time
 * @param monthsLate months or fractions of month of delay, 0 when in time or missing
 * @param surchargeMinor late-declaration surcharge and penalty, minor units
 * @param penaltyMinor the fixed penalty in it
 * @param byDefault what is assessed by default, nothing in any other state
 * @param entries what is to be posted
 */
public record EmployerMonthVerdict(
    State state,
    LocalDate due,
    int monthsLate,
    long surchargeMinor,
    long penaltyMinor,
    Shares byDefault,
    List<Entry> entries) {

  /** Whether the employer did what it had to do. */
  public enum State {
    DECLARED,
    NIL,
    MISSING,
    /** It did not declare, and its contributions are assessed from what it declared last. */
    DEFAULT
  }

  public EmployerMonthVerdict {
    entries = List.copyOf(entries);
  }
}
