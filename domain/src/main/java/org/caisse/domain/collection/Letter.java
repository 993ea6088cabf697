package org.caisse.domain.collection;

import java.time.LocalDate;

/**
 * A letter that was issued about a debt.
 *
 * @param period first day of the month of the debt
 * @param ogd code of the delegated body that collects it
 * @param stage which letter
 * @param on business date on which it was issued
 * @param number printed on it
 * @param servedOn day on which it was served, as a person recorded it; null when nobody did
 * @param plan number of the instalment plan whose breach it tells, or 0
 */
public record Letter(
    LocalDate period,
    String ogd,
    Stage stage,
    LocalDate on,
    String number,
    LocalDate servedOn,
    int plan) {

  boolean isAbout(OpenDebt debt) {
    return period.equals(debt.period()) && ogd.equals(debt.ogd());
  }
}
