package org.caisse.domain.ledger;

/** What a debt is for. */
public enum Component {
  CONTRIBUTION,
  LATE_DECLARATION
}
