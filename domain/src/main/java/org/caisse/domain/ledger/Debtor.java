package org.caisse.domain.ledger;

/** Whose document an entry belongs to: who owes, or whose money it is about. */
public enum Debtor {
  EMPLOYER,
  PERSON,
  STATE,
  /** An employer's account: what its money is allocated to, late payment, advances. */
  ACCOUNT,
  /** The account of an insured person who owes contributions himself. */
  PERSON_ACCOUNT,
  /** A line of a bank statement or of a remittance. */
  RECEIPT,
  /** The account of a delegated body: what it collected is with the receipts. */
  OGD,
  /** An employer's debts that were open in an old system. */
  OPENING,
  /** Balances of accounts that an old system had. */
  CHART,
  /** An invoice or request for reimbursement: what each payer owes for it. */
  INVOICE,
  /** An employer that caused care to be paid for days on which the right is closed by now. */
  EMPLOYER_CARE,
  /** An insured person who caused it. */
  PERSON_CARE
}
