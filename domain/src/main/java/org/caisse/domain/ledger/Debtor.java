package org.caisse.domain.ledger;

/** Who owes. */
public enum Debtor {
  EMPLOYER,
  PERSON,
  STATE
}
