package org.caisse.domain.care;

/** Who bears what no payer pays. */
public enum Bearer {
  /** The patient owes it to the provider, or does not get it back. */
  PATIENT,
  /** The provider may ask it of nobody. */
  PROVIDER
}
