package org.caisse.domain.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caisse.domain.money.Rate;

/** A pack with the fund's own values: what is in force for a period. */
public record Law(Pack pack, FundSettings settings) {

  /**
   * The terms under which a population contributes for a period, resolved to numbers.
   *
   * @return empty when no rule concerns the population for that period
   * @throws UnsetParameterException when a needed value is missing
   */
  public Optional<ContributionTerms> contribution(String population, LocalDate periodStart) {
    return contribution(population, periodStart, Circumstances.NONE);
  }

  /**
   * The terms under which a person contributes for a period. They are those of {@link
   * #contribution(String, LocalDate)} except where the person paid several months ahead: then the
   * numbers of the first of these months hold for all of them.
   *
   * @param person what is known of the person
   * @return empty when no rule concerns the population for that period
   * @throws UnsetParameterException when a needed value is missing
   */
  public Optional<ContributionTerms> contribution(
      String population, LocalDate periodStart, Circumstances person) {
    return pack.contribution(population, periodStart)
        .map(
            rule ->
                new Resolution(
                        rule,
                        pack.populations().get(population),
                        periodStart,
                        numbers(dayOfNumbers(rule.amount(), periodStart, person)))
                    .terms());
  }

  /**
   * The texts under which a population contributes for a period: that of the rule, then those that
   * brought the numbers in force, where the pack cites them by themselves.
   */
  public List<Citation> texts(String population, LocalDate periodStart) {
    return pack.contribution(population, periodStart).stream()
        .flatMap(
            rule ->
                Stream.concat(
                    Stream.of(rule.citation()),
                    rule.amount()
                        .names()
                        .map(pack.parameters()::get)
                        .filter(Objects::nonNull)
                        .flatMap(parameter -> parameter.on(periodStart).stream())
                        .map(DatedValue::citation)
                        .filter(Objects::nonNull)))
        .distinct()
        .toList();
  }

  /**
   * When the declarations of a population are due for a period, and what lateness costs.
   *
   * @throws IllegalArgumentException when the pack has no rule for them
   * @throws UnsetParameterException when a needed value is missing
   */
  public DueTerms declarations(String population, LocalDate periodStart) {
    return pack.declarations(population, periodStart)
        .map(rule -> due(rule, periodStart))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "pack %s does not say when '%s' declares %s"
                        .formatted(pack.id(), population, periodStart)));
  }

  /**
   * Since when the contribution of a month is unpaid where nobody's headcount is known: the due day
   * of declarations, else the end of the month. It is the last day for whoever owes it himself.
   */
  public LocalDate due(String population, LocalDate periodStart) {
    return pack.declarations(population, periodStart).isPresent()
        ? declarations(population, periodStart).due(DueTerms.UNKNOWN)
        : periodStart.plusMonths(1).minusDays(1);
  }

  /**
   * Surcharge per month or fraction of month that contributions of a period are paid late; empty
   * when there is none.
   */
  public Optional<Rate> latePaymentRate(LocalDate periodStart) {
    PaymentRule rule = pack.payments();
    return rule == null
        ? Optional.empty()
        : numbers(periodStart).bound(rule.latePerMonth()).map(Rate::percent);
  }

  /** What a delegated body may keep of what it remits on a day; empty when that is nothing. */
  public Optional<Rate> ogdFeeRate(LocalDate day) {
    PaymentRule rule = pack.payments();
    return rule == null ? Optional.empty() : numbers(day).bound(rule.ogdFee()).map(Rate::percent);
  }

  /**
   * How those behind a payer bear its share for a period.
   *
   * @return empty when the pack does not say, or the payer bears it alone
   */
  public Optional<FundingTerms> funding(Payer payer, String population, LocalDate periodStart) {
    Numbers numbers = numbers(periodStart);
    return pack.funding().stream()
        .filter(key -> key.payer() == payer && key.on(population, periodStart))
        .findFirst()
        .map(
            key ->
                new FundingTerms(
                    key.id(),
                    key.funders().stream()
                        .map(
                            funder ->
                                new FundingTerms.Part(
                                    funder.id(),
                                    funder.percent() == null
                                        ? null
                                        : Rate.percent(numbers.required(funder.percent()))))
                        .toList()));
  }

  /**
   * A table with its numbers of a day, in the unit of its values.
   *
   * @throws UnsetParameterException when it has no rows on that day
   */
  public Lookup<BigDecimal> table(String name, LocalDate day) {
    return numbers(day).lookup(name);
  }

  /**
   * The names of the parameters that rules need and that have no value on a day; but for those of
   * the follow-up of debts and of care, which only who follows up or judges claims must set.
   */
  public List<String> unset(LocalDate day) {
    List<String> others = new ArrayList<>();
    if (pack.collection() != null) {
      others.addAll(pack.collection().parameters());
    }
    if (pack.care() != null) {
      others.addAll(pack.care().parameters());
    }
    return unset(
        pack.parameters().keySet().stream().filter(name -> !others.contains(name)).toList(), day);
  }

  /**
   * The names of the parameters that only the law of care needs and that have no value on a day.
   */
  public List<String> unsetOfCare(LocalDate day) {
    return pack.care() == null ? List.of() : unset(pack.care().parameters(), day);
  }

  private List<String> unset(List<String> names, LocalDate day) {
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      Parameter parameter = pack.parameters().get(name);
      boolean said = settings.says(name, day);
      boolean enough = parameter.optional() || settings.value(name, day).isPresent();
      if (parameter.setByFund() && !(said && enough)) {
        missing.add(name);
      }
    }
    return missing;
  }

  /**
   * The value of a parameter on a day: the pack's, or the fund's where the pack leaves it to the
   * fund.
   */
  public Optional<BigDecimal> value(String name, LocalDate day) {
    return numbers(day).value(name);
  }

  /**
   * The value on a day of a parameter that a rule needs.
   *
   * @throws UnsetParameterException when it has none
   */
  public BigDecimal required(String name, LocalDate day) {
    return numbers(day).required(name);
  }

  /** Minor units of the pack's currency of an amount in major ones, rounded half up. */
  public long minor(BigDecimal amount) {
    return new Numbers(pack, settings, pack.start()).minor(amount);
  }

  /**
   * The value on a day of a parameter that a rule can do without.
   *
   * @param name null for none
   * @return empty for none
   * @throws UnsetParameterException when the fund said neither a number nor none
   */
  public Optional<BigDecimal> bound(String name, LocalDate day) {
    return numbers(day).bound(name);
  }

  /** The number that a quantity comes to on a day; empty when a parameter in it has no value. */
  public Optional<BigDecimal> value(Quantity quantity, LocalDate day) {
    return numbers(day).quantity(quantity);
  }

  private DueTerms due(DeclarationRule rule, LocalDate periodStart) {
    Numbers numbers = numbers(periodStart);
    List<Lookup.Row<LocalDate>> rows =
        rule.due().stream()
            .map(
                due ->
                    new Lookup.Row<>(
                        null,
                        due.headcount() == null
                            ? List.<Condition>of()
                            : List.of(numbers.condition(due.headcount())),
                        day(rule, due, periodStart, numbers)))
            .toList();
    Rate late = numbers.bound(rule.latePerMonth()).map(Rate::percent).orElse(Rate.ZERO);
    Rate increase = numbers.bound(rule.defaultIncrease()).map(Rate::percent).orElse(null);
    return new DueTerms(
        rule.headcountOn(),
        new Lookup<>("due", rows),
        late,
        increase,
        numbers.bound(rule.defaultGrace()).map(BigDecimal::intValueExact).orElse(0),
        numbers.bound(rule.defaultPenalty()).map(numbers::minor).orElse(0L),
        rule.penaltyStays());
  }

  private LocalDate day(
      DeclarationRule rule, DeclarationRule.Due due, LocalDate periodStart, Numbers numbers) {
    LocalDate next = due.every().after(periodStart);
    int day = numbers.required(due.day()).intValueExact();
    LocalDate last = next.withDayOfMonth(Math.min(day, next.lengthOfMonth()));
    return rule.nextWorkingDay() ? pack.workingDays().onOrAfter(last) : last;
  }

  private Numbers numbers(LocalDate day) {
    return new Numbers(pack, settings, day);
  }

  /** The day whose numbers hold: the month's own, or that of the first month paid for with it. */
  private static LocalDate dayOfNumbers(Amount amount, LocalDate month, Circumstances person) {
    if (!amount.owing().own() || person.termStart() == null) {
      return month;
    }
    LocalDate first = amount.span().first(person.termStart().withDayOfMonth(1), month);
    return first.isBefore(month) ? first : month;
  }
}
