package org.caisse.domain.pack;

/** What a debt of a month consists of. */
public enum DebtPart {
  CONTRIBUTION,
  LATE_DECLARATION,
  LATE_PAYMENT,
  /** Care that was paid for days on which the right was closed afterwards. */
  CLOSED_LATE
}
