package org.caisse.domain.contribution;

import java.time.LocalDate;

/**
 * What the registry says of an employer for a period.
 *
 * @param employerId key inside the database
 * @param employerNo number that senders use
 * @param population whom its declarations concern
 * @param ogd code of the delegated body that collects from it
 * @param validFrom first day of affiliation
 * @param validTo day from which it is no longer affiliated, or null
 */
public record EmployerFacts(
    long employerId,
    String employerNo,
    String population,
    String ogd,
    LocalDate validFrom,
    LocalDate validTo) {

  /** Whether it was affiliated on any day of the month. */
  public boolean activeIn(LocalDate periodStart) {
    return validFrom.isBefore(periodStart.plusMonths(1))
        && (validTo == null || validTo.isAfter(periodStart));
  }
}
