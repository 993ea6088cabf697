package org.caisse.domain.care;

/** Of what a payer pays its part. */
public enum PaysOn {
  /** Of the tariff, or of what is charged where that is less. */
  TARIFF,
  /** Of what those before it leave of the tariff. */
  REMAINING,
  /** Of what is charged, also above the tariff. */
  CHARGED
}
