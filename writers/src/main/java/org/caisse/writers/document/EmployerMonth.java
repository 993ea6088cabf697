package org.caisse.writers.document;

import java.time.LocalDate;
import org.caisse.domain.contribution.EmployerMonthVerdict;
import org.caisse.domain.pack.Shares;

/**
 * What an employer owes for a month, as documents tell it.
 *
 * @param employerNo number that the employer knows
 * @param name its name
 * @param population whom its declarations concern
 * @param ogd code of the delegated body that collects
 * @param periodStart first day of the month
 * @param document number of the ledger document, printed as reference
 * @param state declared, nil or missing
 * @param due last day on which its declaration is in time
 * @param receivedOn day on which the first declaration that was filed came in, or null
 * @param persons persons with a contribution
 * @param baseMinor sum of their bases, minor units
 * @param contributions sum of their rounded shares
 * @param surchargeMinor late-declaration surcharge and penalty, minor units
 * @param monthsLate months or fractions of month of delay
 * @param penaltyMinor the fixed penalty in the surcharge, minor units
 */
public record EmployerMonth(
    String employerNo,
    String name,
    String population,
    String ogd,
    LocalDate periodStart,
    String document,
    EmployerMonthVerdict.State state,
    LocalDate due,
    LocalDate receivedOn,
    int persons,
    long baseMinor,
    Shares contributions,
    long surchargeMinor,
    int monthsLate,
    long penaltyMinor) {

  /** A month without penalty. */
  public EmployerMonth(
      String employerNo,
      String name,
      String population,
      String ogd,
      LocalDate periodStart,
      String document,
      EmployerMonthVerdict.State state,
      LocalDate due,
      LocalDate receivedOn,
      int persons,
      long baseMinor,
      Shares contributions,
      long surchargeMinor,
      int monthsLate) {
    this(
        employerNo,
        name,
        population,
        ogd,
        periodStart,
        document,
        state,
        due,
        receivedOn,
        persons,
        baseMinor,
        contributions,
        surchargeMinor,
        monthsLate,
        0);
  }

  /** The surcharge for lateness alone, minor units. */
  long lateMinor() {
    return Math.subtractExact(surchargeMinor, penaltyMinor);
  }

  /** All that is owed, minor units. */
  public long totalMinor() {
    return Math.addExact(contributions.totalMinor(), surchargeMinor);
  }
}
