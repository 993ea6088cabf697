package org.caisse.domain.ledger;

/** What an entry is for: a debt, money, or what becomes of both. */
public enum Component {
  CONTRIBUTION,
  LATE_DECLARATION,
  /** Surcharge for late payment. */
  LATE_PAYMENT,
  /** Money that a bank or a delegated body says it has for the fund. */
  RECEIVED,
  /** Money that a bank takes back. */
  RETURNED,
  /** Money allocated to contributions. */
  PAID_CONTRIBUTION,
  /** Money allocated to surcharges for late declaration. */
  PAID_LATE_DECLARATION,
  /** Money allocated to surcharges for late payment. */
  PAID_LATE_PAYMENT,
  /** Money allocated to care of days that were closed afterwards. */
  PAID_CLOSED_LATE,
  WAIVED_CONTRIBUTION,
  WAIVED_LATE_DECLARATION,
  WAIVED_LATE_PAYMENT,
  WAIVED_CLOSED_LATE,
  /** Given up because it cannot be collected. */
  WRITTEN_OFF_CONTRIBUTION,
  WRITTEN_OFF_LATE_DECLARATION,
  WRITTEN_OFF_LATE_PAYMENT,
  WRITTEN_OFF_CLOSED_LATE,
  /** Given up because the period in which it could be asked for has run. */
  PRESCRIBED_CONTRIBUTION,
  PRESCRIBED_LATE_DECLARATION,
  PRESCRIBED_LATE_PAYMENT,
  /** Money of a debtor that no debt takes yet. */
  ADVANCE,
  /** Money paid back to a debtor. */
  REFUND,
  /** A transfer of a delegated body that has reached the bank. */
  TRANSFERRED,
  /** What a delegated body may keep of what it collects. */
  OGD_FEE,
  /** Money that an old system had and that pays nothing yet. */
  TAKEN_ON,
  /** Balance of an account of an old system. */
  DEBIT_BALANCE,
  CREDIT_BALANCE,
  /** Care that is owed to a provider. */
  CARE,
  /** Care that is owed to the insured person, who has paid for it. */
  REIMBURSEMENT,
  /** Care that was paid for days on which the right was closed afterwards. */
  CLOSED_LATE;

  /**
   * The payment of a debt.
   *
   * @throws IllegalArgumentException when this is none
   */
  public Component paid() {
    return valueOf("PAID_" + name());
  }

  /**
   * The entry by which a debt is given up.
   *
   * @param kind {@code WRITTEN_OFF} or {@code PRESCRIBED}
   * @throws IllegalArgumentException when this is no debt
   */
  public Component givenUp(String kind) {
    return valueOf(kind + "_" + name());
  }

  /**
   * The remission of a debt.
   *
   * @throws IllegalArgumentException when this is none
   */
  public Component waived() {
    return valueOf("WAIVED_" + name());
  }
}
