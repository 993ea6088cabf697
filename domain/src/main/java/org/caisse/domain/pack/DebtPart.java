package org.caisse.domain.pack;

/** What a debt of a month consists of. */
public enum DebtPart {
  CONTRIBUTION,
  LATE_DECLARATION,
  LATE_PAYMENT
}
