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
  WAIVED_CONTRIBUTION,
  WAIVED_LATE_DECLARATION,
  WAIVED_LATE_PAYMENT,
  /** Money of a debtor that no debt takes yet. */
  ADVANCE,
  /** Money paid back to a debtor. */
  REFUND;

  /**
   * The payment of a debt.
   *
   * @throws IllegalArgumentException when this is none
   */
  public Component paid() {
    return valueOf("PAID_" + name());
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
