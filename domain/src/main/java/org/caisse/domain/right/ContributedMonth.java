package org.caisse.domain.right;

import java.time.LocalDate;

/**
 * What stands of a person's month with one employer, or without any.
 *
 * @param month first day
 * @param population in which the person contributed
 * @param employerNo number of the employer; empty for none
 * @param assessed whether contributions were assessed; else the person is only declared
 * @param payment what is known of its payment
 * @param due last day on which it is paid in time; null where nobody's account says
 * @param paidOn day of the allocation by which all that the debtor owes for the month was paid, or
 *     null
 * @param givenUpOn day on which the rest of it was waived or written off, or null
 */
public record ContributedMonth(
    LocalDate month,
    String population,
    String employerNo,
    boolean assessed,
    Payment payment,
    LocalDate due,
    LocalDate paidOn,
    LocalDate givenUpOn) {

  /** What is known of a payment. */
  public enum Payment {
    /** An employer, or the person himself, owes it: an account is kept. */
    ACCOUNT,
    /** The State bears it: nobody's rights wait for that. */
    STATE,
    /** The person owes it, and payments were not taken in: facts of before that. */
    UNKNOWN
  }

  /** The same with the due day that the law says, where an account is kept that has none. */
  public ContributedMonth due(RightTerms terms) {
    return due == null && payment == Payment.ACCOUNT
        ? new ContributedMonth(
            month,
            population,
            employerNo,
            assessed,
            payment,
            terms.due(population, month),
            paidOn,
            givenUpOn)
        : this;
  }

  /** The day from which it is no longer unpaid; null while it is. */
  LocalDate settledOn() {
    return switch (payment) {
      case STATE, UNKNOWN -> month;
      case ACCOUNT ->
          paidOn == null || (givenUpOn != null && givenUpOn.isBefore(paidOn)) ? givenUpOn : paidOn;
    };
  }

  /** Whether all of it is known to be paid. */
  boolean paid() {
    return switch (payment) {
      case STATE -> true;
      case UNKNOWN -> false;
      case ACCOUNT -> paidOn != null;
    };
  }

  /** The day of a payment that came after its due day; null when it came in time. */
  LocalDate lateOn() {
    return paidOn != null && due != null && paidOn.isAfter(due) ? paidOn : null;
  }
}
