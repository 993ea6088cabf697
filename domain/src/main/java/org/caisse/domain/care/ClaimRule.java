package org.caisse.domain.care;

import java.util.List;

/**
 * What is asked of invoices.
 *
 * @param filing parameter: days from the care within which it must be received; null for no limit
 * @param agreement care that needs prior agreement, beside the acts of which the registry says so
 * @param agreementPayers whose agreement it is: others pay without
 * @param prescriber care that needs a prescriber
 * @param referrer care that needs a referring doctor
 * @param substitution whether at most the least reference price of its generic group is paid for a
 *     medicine
 * @param notContracted whether care of providers without a convention is paid back to insured
 *     persons who paid it
 * @param bearers who bears a reduction where it is not the one who usually does
 * @param payWithin when providers are paid
 * @param source where it was read
 */
public record ClaimRule(
    String filing,
    CareScope agreement,
    List<String> agreementPayers,
    CareScope prescriber,
    CareScope referrer,
    boolean substitution,
    boolean notContracted,
    List<BearerOf> bearers,
    List<PayWithin> payWithin,
    String source) {

  public ClaimRule {
    agreementPayers = List.copyOf(agreementPayers);
    bearers = List.copyOf(bearers);
    payWithin = List.copyOf(payWithin);
  }

  /**
   * Who bears a reduction.
   *
   * @param code name of the code, in small letters
   * @param bearer who
   */
  public record BearerOf(String code, Bearer bearer) {}

  /**
   * When providers of some levels are paid.
   *
   * @param levels which; empty for all others
   * @param days parameter: after receipt of the invoice
   */
  public record PayWithin(List<String> levels, String days) {

    public PayWithin {
      levels = List.copyOf(levels);
    }
  }
}
