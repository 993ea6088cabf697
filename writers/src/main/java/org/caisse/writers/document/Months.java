package org.caisse.writers.document;

import java.time.LocalDate;

/** Months as machines write them. */
final class Months {

  private Months() {}

  /** {@code 2026-02}. */
  static String code(LocalDate periodStart) {
    return periodStart.toString().substring(0, 7);
  }
}
