package org.caisse.domain.right;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.Delay;
import org.caisse.domain.care.DependantRules;
import org.caisse.domain.care.RightRule;
import org.caisse.domain.pack.Law;

/**
 * The law of rights in numbers. A parameter has the value of the day it is asked for, or of the
 * first day of care of which the law speaks where that is later: months contributed before care
 * began count under the rules with which it began. For one thread: it remembers what it looked up.
 */
public final class RightTerms {

  private record Of(String word, LocalDate day) {}

  private final Law law;
  private final CareLaw care;
  private final Map<Of, Optional<Integer>> numbers = new HashMap<>();
  private final Map<Of, LocalDate> dueDays = new HashMap<>();

  /**
   * Those of a law.
   *
   * @throws IllegalArgumentException when it says nothing of care
   */
  public RightTerms(Law law) {
    this.law = law;
    this.care = law.pack().care();
    if (care == null) {
      throw new IllegalArgumentException(
          "pack %s says nothing of care: it has no care.yaml".formatted(law.pack().id()));
    }
  }

  /**
   * Checks that all numbers are there on a day.
   *
   * @throws org.caisse.domain.pack.UnsetParameterException when the fund left one out
   */
  public void require(LocalDate day) {
    for (RightRule rule : care.rights()) {
      length(rule.waiting(), day);
      length(rule.suspension(), day);
      length(rule.survivors(), day);
      length(rule.lasts(), day);
    }
    if (care.dependants() != null) {
      for (DependantRules.Kind kind : care.dependants().kinds()) {
        number(kind.most(), day);
        number(kind.ageBelow(), day);
        number(kind.studentBelow(), day);
      }
    }
  }

  /** The law itself. */
  public CareLaw care() {
    return care;
  }

  /** The payer whose rights an old system had: the first insurance. */
  Optional<CarePayer> base() {
    return care.payers().stream()
        .filter(payer -> payer.kind() == CarePayer.Kind.INSURANCE)
        .findFirst();
  }

  /**
   * The first day after a delay that began on a day.
   *
   * @param delay null for none
   */
  LocalDate after(Delay delay, LocalDate day) {
    return length(delay, day).map(length -> (LocalDate) length.addTo(day)).orElse(day);
  }

  /** How long a delay lasts that begins on a day; empty for no delay. */
  Optional<TemporalAmount> length(Delay delay, LocalDate day) {
    if (delay == null) {
      return Optional.empty();
    }
    return number(delay.parameter(), day)
        .map(
            count ->
                switch (delay.unit()) {
                  case DAYS -> Period.ofDays(count);
                  case MONTHS -> Period.ofMonths(count);
                });
  }

  /** The value of a parameter; empty for no parameter, and where the fund says none. */
  Optional<Integer> number(String parameter, LocalDate day) {
    if (parameter == null) {
      return Optional.empty();
    }
    LocalDate on = day.isBefore(care.start()) ? care.start() : day;
    return numbers.computeIfAbsent(
        new Of(parameter, on),
        asked -> law.bound(asked.word(), asked.day()).map(value -> value.intValueExact()));
  }

  /** Since when the pay of a month is unpaid: the due day of declarations, else the end of it. */
  public LocalDate due(String population, LocalDate month) {
    return dueDays.computeIfAbsent(
        new Of(population, month), asked -> law.due(asked.word(), asked.day()));
  }

  /** The rule on what a person contributes or is listed for; empty for none. */
  Optional<RightRule> right(String payer, String population) {
    return care.right(payer, population);
  }

  /** Whether a rule rests on contributions. */
  static boolean isContributive(RightRule rule) {
    return switch (rule.basis()) {
      case DECLARED, ASSESSED, PAID -> true;
      case MEMBERSHIP, STATUS -> false;
    };
  }

  /** From when benefits are given; empty for not yet. */
  Optional<LocalDate> benefitsFrom(String population, String region) {
    return care.benefitsFrom(population, region).filter(Objects::nonNull);
  }
}
