package org.caisse.domain.pack;

import java.time.LocalDate;

/** How often an employer declares and pays. Assessed is each month; this sets the due day only. */
public enum Periodicity {
  MONTH,
  /** By calendar: January to March, and so on. */
  QUARTER;

  /** First day of the month after the period in which a month lies. */
  LocalDate after(LocalDate periodStart) {
    return switch (this) {
      case MONTH -> periodStart.plusMonths(1);
      case QUARTER -> periodStart.plusMonths(3 - (periodStart.getMonthValue() - 1) % 3);
    };
  }
}
