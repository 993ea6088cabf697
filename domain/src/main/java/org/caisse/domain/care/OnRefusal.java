package org.caisse.domain.care;

/** What follows when a payer with whom there is a right refuses. */
public enum OnRefusal {
  /** The next payer is asked. */
  NEXT,
  /** Nobody after it pays. */
  BLOCK
}
