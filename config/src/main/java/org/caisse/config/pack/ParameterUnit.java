package org.caisse.config.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Span;

/** The units a parameter can have, and which numbers make sense in each. */
public enum ParameterUnit {
  /** A part of the base. */
  PERCENT,
  /** A part for each month or fraction of month. */
  PERCENT_PER_MONTH,
  /** A number of days. */
  DAYS,
  /** A number of months. */
  MONTHS,
  /** An amount in major units of the pack's currency. */
  AMOUNT,
  /** An amount in major units of the pack's currency, for each month. */
  MONEY_PER_MONTH,
  /** An amount for a quarter of the year. */
  MONEY_PER_QUARTER,
  /** An amount for half a year. */
  MONEY_PER_HALF_YEAR,
  /** An amount for a year. */
  MONEY_PER_YEAR,
  /** An amount for as many months as a person pays ahead. */
  MONEY_PER_TERM,
  /** A number of persons. */
  PERSONS,
  /** An age in completed years. */
  YEARS,
  /** How many times. */
  TIMES,
  /** How many units of care: boxes, days of stay. */
  UNITS,
  /** A day of the month, 1 to 31; in shorter months the last day. */
  DAY_OF_MONTH;

  /** Every amount of money, for whatever time. */
  static final List<ParameterUnit> MONEY =
      List.of(
          MONEY_PER_MONTH, MONEY_PER_QUARTER, MONEY_PER_HALF_YEAR, MONEY_PER_YEAR, MONEY_PER_TERM);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LONG = BigDecimal.valueOf(10_000);
  private static final BigDecimal MANY = BigDecimal.valueOf(1_000_000_000);
  private static final int MAX_PERCENT_DECIMALS = 10;

  /** How a pack in this currency writes it. */
  public String text(Currency currency) {
    return switch (this) {
      case PERCENT -> "percent";
      case PERCENT_PER_MONTH -> "percent/month";
      case DAYS -> "days";
      case MONTHS -> "months";
      case AMOUNT -> currency.code();
      case MONEY_PER_MONTH -> currency.code() + "/month";
      case MONEY_PER_QUARTER -> currency.code() + "/quarter";
      case MONEY_PER_HALF_YEAR -> currency.code() + "/half_year";
      case MONEY_PER_YEAR -> currency.code() + "/year";
      case MONEY_PER_TERM -> currency.code() + "/term";
      case PERSONS -> "persons";
      case YEARS -> "years";
      case TIMES -> "times";
      case UNITS -> "units";
      case DAY_OF_MONTH -> "day_of_month";
    };
  }

  /** The unit that a pack in this currency writes so. */
  public static Optional<ParameterUnit> of(String text, Currency currency) {
    for (ParameterUnit unit : values()) {
      if (unit.text(currency).equals(text)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /** The unit of a parameter that was loaded. */
  public static ParameterUnit of(Parameter parameter, Currency currency) {
    return of(parameter.unit(), currency)
        .orElseThrow(() -> new IllegalArgumentException("parameter with unit " + parameter.unit()));
  }

  /** For how long an amount in this unit is; a month for what is no amount. */
  Span span() {
    return switch (this) {
      case MONEY_PER_QUARTER -> Span.QUARTER;
      case MONEY_PER_HALF_YEAR -> Span.HALF_YEAR;
      case MONEY_PER_YEAR -> Span.YEAR;
      case MONEY_PER_TERM -> Span.TERM;
      case MONEY_PER_MONTH,
          PERCENT,
          PERCENT_PER_MONTH,
          DAYS,
          MONTHS,
          AMOUNT,
          PERSONS,
          YEARS,
          TIMES,
          UNITS,
          DAY_OF_MONTH ->
          Span.MONTH;
    };
  }

  /** Which numbers make sense, when this one does not; empty when it does. */
  public Optional<String> objection(BigDecimal value, Currency currency) {
    boolean fits =
        switch (this) {
          case PERCENT, PERCENT_PER_MONTH ->
              value.signum() >= 0
                  && value.compareTo(HUNDRED) <= 0
                  && value.scale() <= MAX_PERCENT_DECIMALS;
          case DAYS, MONTHS ->
              value.scale() <= 0 && value.signum() >= 0 && value.compareTo(LONG) <= 0;
          case AMOUNT,
              MONEY_PER_MONTH,
              MONEY_PER_QUARTER,
              MONEY_PER_HALF_YEAR,
              MONEY_PER_YEAR,
              MONEY_PER_TERM ->
              value.signum() >= 0 && value.scale() <= currency.decimals();
          case PERSONS, YEARS, TIMES, UNITS ->
              value.scale() <= 0 && value.signum() >= 0 && value.compareTo(MANY) < 0;
          case DAY_OF_MONTH ->
              value.scale() == 0
                  && value.signum() > 0
                  && value.compareTo(BigDecimal.valueOf(31)) <= 0;
        };
    return fits ? Optional.empty() : Optional.of(range(currency));
  }

  private String range(Currency currency) {
    return switch (this) {
      case PERCENT, PERCENT_PER_MONTH ->
          "a percentage is 0 to 100 with at most " + MAX_PERCENT_DECIMALS + " decimals";
      case DAYS, MONTHS -> "a number of days or months is whole, 0 to " + LONG;
      case AMOUNT,
          MONEY_PER_MONTH,
          MONEY_PER_QUARTER,
          MONEY_PER_HALF_YEAR,
          MONEY_PER_YEAR,
          MONEY_PER_TERM ->
          "an amount in %s is not negative and has at most %d decimals"
              .formatted(currency.code(), currency.decimals());
      case PERSONS -> "a number of persons is whole and not negative";
      case TIMES, UNITS -> "a number of times or units is whole and not negative";
      case YEARS -> "an age is in completed years, whole and not negative";
      case DAY_OF_MONTH -> "a day of the month is 1 to 31";
    };
  }
}
