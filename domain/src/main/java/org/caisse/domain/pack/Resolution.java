package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.caisse.domain.money.Rate;

/** Puts the numbers of a day into a contribution rule. */
final class Resolution {

  private final ContributionRule rule;
  private final Population population;
  private final LocalDate month;
  private final Numbers numbers;

  /**
   * @param population for whom; null when the pack does not say more about it
   * @param month first day of the month that is assessed
   * @param numbers of the day whose numbers hold
   */
  Resolution(ContributionRule rule, Population population, LocalDate month, Numbers numbers) {
    this.rule = rule;
    this.population = population;
    this.month = month;
    this.numbers = numbers;
  }

  ContributionTerms terms() {
    if (rule.exempts(month)) {
      return ContributionTerms.exempt(rule.id());
    }
    return switch (rule.amount()) {
      case Amount.Percent percent -> plain(percent) ? percentages(percent) : shaped(percent);
      case Amount.PerHead perHead -> plain(perHead) ? flat(perHead) : shaped(perHead);
      case Amount.Premium premium -> shaped(premium);
    };
  }

  /** Percentages of the whole pay between floor and ceiling: by far the most, and the fastest. */
  private boolean plain(Amount.Percent percent) {
    return percent.base().pay() == PayElement.GROSS
        && percent.base().notional() == null
        && percent.residue() == null
        && percent.shares().stream().allMatch(this::plain);
  }

  private boolean plain(Amount.PerHead perHead) {
    return perHead.span() == Span.MONTH
        && perHead.heads() == null
        && perHead.abovePay() == AbovePay.OWED
        && perHead.shares().stream().allMatch(this::plain);
  }

  private boolean plain(Amount.Share share) {
    return share.min() == null
        && share.max() == null
        && !numbers.pack().tables().containsKey(share.parameter());
  }

  private ContributionTerms percentages(Amount.Percent percent) {
    return new ContributionTerms(
        rule.id(),
        floor(percent.base().floor()),
        ceiling(percent.base().ceiling()),
        rate(percent.shares(), Payer.EMPLOYER),
        rate(percent.shares(), Payer.INSURED),
        rate(percent.shares(), Payer.STATE),
        Shares.NOTHING);
  }

  private ContributionTerms flat(Amount.PerHead perHead) {
    return new ContributionTerms(
        rule.id(),
        0,
        ContributionTerms.NO_CEILING,
        Rate.ZERO,
        Rate.ZERO,
        Rate.ZERO,
        new Shares(
            amount(perHead.shares(), Payer.EMPLOYER),
            amount(perHead.shares(), Payer.INSURED),
            amount(perHead.shares(), Payer.STATE)));
  }

  private ContributionTerms shaped(Amount.Percent percent) {
    Amount.Base base = percent.base();
    Shape.Whole whole =
        new Shape.Whole.Percentages(
            base.pay(),
            base.notional() == null ? null : numbers.amounts(base.notional()),
            floor(base.floor()),
            ceiling(base.ceiling()),
            percent.shares().stream().map(this::payerRate).toList(),
            percent.residue());
    return shaped(whole, base.span(), percent.owing(), AbovePay.OWED);
  }

  private Shape.PayerRate payerRate(Amount.Share share) {
    return new Shape.PayerRate(
        share.payer(), numbers.rates(share.parameter()), floor(share.min()), ceiling(share.max()));
  }

  private ContributionTerms shaped(Amount.PerHead perHead) {
    Shape.Whole whole =
        new Shape.Whole.Flat(
            perHead.shares().stream()
                .map(s -> new Shape.PayerAmount(s.payer(), numbers.amounts(s.parameter())))
                .toList(),
            perHead.heads() == null ? null : heads(perHead.heads()));
    return shaped(whole, perHead.span(), perHead.owing(), perHead.abovePay());
  }

  private HeadTerms heads(HeadRule heads) {
    return new HeadTerms(
        heads.counted(),
        heads.childFrom() == null ? 0 : numbers.required(heads.childFrom()).intValueExact(),
        count(heads.childBelow()),
        count(heads.limit()),
        heads.limitOfChildren(),
        heads.beyond());
  }

  private int count(String parameter) {
    return parameter == null ? HeadTerms.NO_LIMIT : numbers.required(parameter).intValueExact();
  }

  private ContributionTerms shaped(Amount.Premium premium) {
    Shape.Whole whole =
        new Shape.Whole.Parted(
            numbers.amounts(premium.whole()),
            premium.parts().stream().map(this::payerPart).toList());
    return shaped(whole, premium.span(), premium.owing(), premium.abovePay());
  }

  private Shape.PayerPart payerPart(Amount.Part part) {
    return new Shape.PayerPart(
        part.payer(), part.percent() == null ? null : numbers.rates(part.percent()), part.least());
  }

  private ContributionTerms shaped(Shape.Whole whole, Span span, Owing owing, AbovePay abovePay) {
    Circumstances fixed = population == null ? Circumstances.NONE : population.facts();
    return ContributionTerms.shaped(
        new Shape(rule.id(), month, whole, span, owing, abovePay, fixed));
  }

  private long floor(String parameter) {
    return numbers.bound(parameter).map(numbers::minor).orElse(0L);
  }

  private long ceiling(String parameter) {
    return numbers.bound(parameter).map(numbers::minor).orElse(ContributionTerms.NO_CEILING);
  }

  private Rate rate(List<Amount.Share> shares, Payer payer) {
    return of(shares, payer).map(numbers::required).map(Rate::percent).orElse(Rate.ZERO);
  }

  private long amount(List<Amount.Share> shares, Payer payer) {
    return of(shares, payer).map(numbers::required).map(numbers::minor).orElse(0L);
  }

  private static Optional<String> of(List<Amount.Share> shares, Payer payer) {
    return shares.stream()
        .filter(share -> share.payer() == payer)
        .map(Amount.Share::parameter)
        .findFirst();
  }
}
