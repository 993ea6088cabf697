package org.caisse.domain.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caisse.domain.money.Rate;

/** A pack with the fund's own values: what is in force for a period. */
public record Law(Pack pack, FundSettings settings) {

  /**
   * The terms under which a population contributes for a period, resolved to numbers.
   *
   * @return empty when the population owes nothing for that period
   * @throws UnsetParameterException when a needed value is missing
   */
  public Optional<ContributionTerms> contribution(String population, LocalDate periodStart) {
    return pack.contribution(population, periodStart).map(rule -> resolve(rule, periodStart));
  }

  /** The last day on which the declaration of a period is in time. */
  public LocalDate declarationDue(LocalDate periodStart) {
    int day = required(pack.declarations().dueDay(), periodStart).intValueExact();
    LocalDate next = periodStart.plusMonths(1);
    return next.withDayOfMonth(Math.min(day, next.lengthOfMonth()));
  }

  /** The surcharge rate per month or fraction of month of a late declaration of a period. */
  public Rate lateDeclarationRate(LocalDate periodStart) {
    return Rate.percent(required(pack.declarations().latePerMonth(), periodStart));
  }

  /** The names of the parameters that rules need and that have no value on a day. */
  public List<String> unset(LocalDate day) {
    List<String> missing = new ArrayList<>();
    for (Parameter parameter : pack.parameters().values()) {
      if (parameter.setByFund()
          && !parameter.optional()
          && value(parameter.name(), day).isEmpty()) {
        missing.add(parameter.name());
      } else if (parameter.setByFund() && !settings.parameters().containsKey(parameter.name())) {
        missing.add(parameter.name());
      }
    }
    return missing;
  }

  /**
   * The value of a parameter on a day: the pack's, or the fund's where the pack leaves it to the
   * fund.
   */
  public Optional<BigDecimal> value(String name, LocalDate day) {
    Parameter parameter = pack.parameters().get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("pack " + pack.id() + " has no parameter '" + name + "'");
    }
    if (parameter.setByFund()) {
      return settings.parameters().getOrDefault(name, Optional.empty());
    }
    return parameter.on(day).map(DatedValue::value);
  }

  private BigDecimal required(String name, LocalDate day) {
    return value(name, day)
        .orElseThrow(
            () -> new UnsetParameterException(name, day, pack.parameters().get(name).setByFund()));
  }

  private Optional<BigDecimal> bound(String name, LocalDate day) {
    if (name == null) {
      return Optional.empty();
    }
    Parameter parameter = pack.parameters().get(name);
    if (parameter.optional() && settings.parameters().containsKey(name)) {
      return settings.parameters().get(name);
    }
    return Optional.of(required(name, day));
  }

  private ContributionTerms resolve(ContributionRule rule, LocalDate day) {
    return switch (rule.amount()) {
      case Amount.Percent percent ->
          new ContributionTerms(
              rule.id(),
              bound(percent.floor(), day).map(pack.currency()::minor).orElse(0L),
              bound(percent.ceiling(), day)
                  .map(pack.currency()::minor)
                  .orElse(ContributionTerms.NO_CEILING),
              rate(percent.shares(), Payer.EMPLOYER, day),
              rate(percent.shares(), Payer.INSURED, day),
              rate(percent.shares(), Payer.STATE, day),
              Shares.NOTHING);
      case Amount.PerHead perHead ->
          new ContributionTerms(
              rule.id(),
              0,
              ContributionTerms.NO_CEILING,
              Rate.ZERO,
              Rate.ZERO,
              Rate.ZERO,
              new Shares(
                  flat(perHead.shares(), Payer.EMPLOYER, day),
                  flat(perHead.shares(), Payer.INSURED, day),
                  flat(perHead.shares(), Payer.STATE, day)));
    };
  }

  private Rate rate(List<Amount.Share> shares, Payer payer, LocalDate day) {
    return shares.stream()
        .filter(s -> s.payer() == payer)
        .findFirst()
        .map(s -> Rate.percent(required(s.parameter(), day)))
        .orElse(Rate.ZERO);
  }

  private long flat(List<Amount.Share> shares, Payer payer, LocalDate day) {
    return shares.stream()
        .filter(s -> s.payer() == payer)
        .findFirst()
        .map(s -> pack.currency().minor(required(s.parameter(), day)))
        .orElse(0L);
  }
}
