package org.caisse.domain.contribution;

import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Shares;

/**
 * The contribution of one person for one employer and month: the base between floor and ceiling,
 * one rounded share per payer, and flat amounts. Units: minor units of the pack's currency. Text:
 * the pack names it per rule.
 */
public final class AssessContribution {

  private AssessContribution() {}

  /** The base on which percentages are taken. */
  public static long base(ContributionTerms terms, long payMinor) {
    return Math.min(Math.max(payMinor, terms.floorMinor()), terms.ceilingMinor());
  }

  /**
   * The share of each payer.
   *
   * @param payMinor all pay of the person by this employer for this month
   */
  public static Shares assess(ContributionTerms terms, long payMinor) {
    long base = base(terms, payMinor);
    Shares flat = terms.flat();
    return new Shares(
        share(terms.employer(), base, flat.employerMinor()),
        share(terms.insured(), base, flat.insuredMinor()),
        share(terms.state(), base, flat.stateMinor()));
  }

  private static long share(Rate rate, long baseMinor, long flatMinor) {
    return Math.addExact(rate.of(baseMinor), flatMinor);
  }
}
