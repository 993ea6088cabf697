package org.caisse.domain.pack;

/** Of which part of the pay percentages are taken. */
public enum PayElement {
  /** All that is declared as pay, or the pension. */
  GROSS,
  /** The base salary alone, without bonuses and allowances. */
  BASE_SALARY
}
