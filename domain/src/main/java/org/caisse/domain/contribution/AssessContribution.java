package org.caisse.domain.contribution;

import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Shares;

/**
 * The contribution of one person for one employer and month: the base between floor and ceiling,
 * one rounded share per payer, and flat amounts; or whatever else the {@link
 * org.caisse.domain.pack.Shape} of the terms says. Units: minor units of the pack's currency. Text:
 * the pack names it per rule.
 */
public final class AssessContribution {

  private AssessContribution() {}

  /**
   * The base on which percentages are taken.
   *
   * @param payMinor all pay of the person by this employer for this month
   * @param person what else is known of the person
   * @throws org.caisse.domain.pack.MissingFactException when the terms need to know more
   */
  public static long base(ContributionTerms terms, long payMinor, Circumstances person) {
    if (terms.shape() != null) {
      return AssessShape.assess(terms.shape(), payMinor, person).baseMinor();
    }
    return Math.min(Math.max(payMinor, terms.floorMinor()), terms.ceilingMinor());
  }

  /**
   * The share of each payer.
   *
   * @param payMinor all pay of the person by this employer for this month
   * @param person what else is known of the person
   * @throws org.caisse.domain.pack.MissingFactException when the terms need to know more
   */
  public static Shares assess(ContributionTerms terms, long payMinor, Circumstances person) {
    if (terms.shape() != null) {
      return AssessShape.assess(terms.shape(), payMinor, person).shares();
    }
    long base = base(terms, payMinor, person);
    Shares flat = terms.flat();
    return new Shares(
        share(terms.employer(), base, flat.employerMinor()),
        share(terms.insured(), base, flat.insuredMinor()),
        share(terms.state(), base, flat.stateMinor()));
  }

  /** The base of a person of whom nothing but the pay is known. */
  public static long base(ContributionTerms terms, long payMinor) {
    return base(terms, payMinor, Circumstances.NONE);
  }

  /** The share of each payer of a person of whom nothing but the pay is known. */
  public static Shares assess(ContributionTerms terms, long payMinor) {
    return assess(terms, payMinor, Circumstances.NONE);
  }

  private static long share(Rate rate, long baseMinor, long flatMinor) {
    return Math.addExact(rate.of(baseMinor), flatMinor);
  }
}
