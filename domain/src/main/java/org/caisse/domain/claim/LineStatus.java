package org.caisse.domain.claim;

/** What becomes of a line. */
public enum LineStatus {
  /** It is settled: the payers pay their shares. */
  PAID,
  /** No payer pays anything, for a reason that a reduction says. */
  REFUSED,
  /** Somebody has to decide first; its shares are what it reserves. */
  PENDED
}
