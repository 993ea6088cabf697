package org.caisse.domain.collection;

import java.time.LocalDate;

/**
 * How an instalment plan stands on a day.
 *
 * @param plan number of the decision
 * @param state whether it is kept
 * @param day of a plan that is kept, the day of the next instalment; of a broken one, the first day
 *     on which it was; of one that has ended, the day of its last instalment
 * @param paidMinor paid on its debts since it was acknowledged, minor units
 * @param agreedMinor sum of its instalments, minor units
 */
public record PlanStanding(int plan, State state, LocalDate day, long paidMinor, long agreedMinor) {

  /** Whether a plan is kept. */
  public enum State {
    RESPECTED,
    BROKEN,
    /** Every instalment was paid; what is still open goes the ordinary way. */
    ENDED
  }
}
