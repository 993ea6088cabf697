package org.caisse.domain.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caisse.domain.money.Rate;

/** The numbers of a pack and of the fund on a day. */
record Numbers(Pack pack, FundSettings settings, LocalDate day) {

  /** The value of a parameter, if it has one. */
  Optional<BigDecimal> value(String name) {
    Parameter parameter = parameter(name);
    if (parameter.setByFund()) {
      return settings.value(name, day);
    }
    return parameter.on(day).flatMap(value -> quantity(value.quantity()));
  }

  /**
   * The value of a parameter that a rule needs.
   *
   * @throws UnsetParameterException when it has none
   */
  BigDecimal required(String name) {
    return value(name)
        .orElseThrow(() -> new UnsetParameterException(name, day, parameter(name).setByFund()));
  }

  /** The value of a bound that the law or the fund can leave out; empty for no bound. */
  Optional<BigDecimal> bound(String name) {
    if (name == null
        || (parameter(name).optional() && settings.says(name, day) && value(name).isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(required(name));
  }

  /** The number that a quantity comes to; empty when a parameter in it has no value. */
  Optional<BigDecimal> quantity(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Written(BigDecimal value) -> Optional.of(value);
      case Quantity.Times(BigDecimal factor, String parameter, LocalDate on) ->
          (on == null ? this : new Numbers(pack, settings, on))
              .value(parameter)
              .map(factor::multiply);
      case Quantity.MaxOf(var parts) -> all(parts, Stream::max);
      case Quantity.MinOf(var parts) -> all(parts, Stream::min);
    };
  }

  /**
   * Minor units of the pack's currency. What a text computes from other amounts is rounded half up
   * to the minor unit; what it writes out has no more decimals than the currency.
   */
  long minor(BigDecimal amount) {
    return pack.currency().minor(amount.setScale(pack.currency().decimals(), RoundingMode.HALF_UP));
  }

  /** The percentages of a parameter or table. */
  Lookup<Rate> rates(String name) {
    return lookup(name, Rate::percent);
  }

  /** The amounts of a parameter or table, minor units. */
  Lookup<Long> amounts(String name) {
    return lookup(name, this::minor);
  }

  /** A table, in the unit of its values. */
  Lookup<BigDecimal> lookup(String name) {
    return lookup(name, Function.identity());
  }

  /** The row conditions of a range, in whole units. */
  Condition condition(Table.When when) {
    return switch (when) {
      case Table.When.Words(String fact, var words) -> new Condition.OneOf(fact, words);
      case Table.When.Range(
              Fact fact,
              Quantity lower,
              boolean above,
              Quantity upper,
              boolean most) ->
          new Condition.Within(
              fact,
              lower == null ? Long.MIN_VALUE : whole(fact, lower) + (above ? 1 : 0),
              upper == null ? Long.MAX_VALUE : whole(fact, upper) + (most ? 1 : 0));
    };
  }

  private long whole(Fact fact, Quantity quantity) {
    BigDecimal number =
        quantity(quantity)
            .orElseThrow(
                () -> {
                  String name = quantity.uses().getFirst().parameter();
                  return new UnsetParameterException(name, day, parameter(name).setByFund());
                });
    return switch (fact) {
      case PAY, INCOME -> minor(number);
      case AGE, TERM, HEADCOUNT -> number.longValueExact();
    };
  }

  private <T> Lookup<T> lookup(String name, Function<BigDecimal, T> convert) {
    Table table = pack.tables().get(name);
    if (table == null) {
      return Lookup.always(convert.apply(required(name)));
    }
    Table.Version version =
        table.on(day).orElseThrow(() -> new UnsetParameterException(name, day, false));
    return new Lookup<>(name, version.rows().stream().map(row -> row(name, row, convert)).toList());
  }

  private <T> Lookup.Row<T> row(String table, Table.Row row, Function<BigDecimal, T> convert) {
    BigDecimal value =
        quantity(row.value()).orElseThrow(() -> new UnsetParameterException(table, day, false));
    return new Lookup.Row<>(
        row.name(), row.when().stream().map(this::condition).toList(), convert.apply(value));
  }

  private Optional<BigDecimal> all(
      List<Quantity> parts,
      BiFunction<Stream<BigDecimal>, Comparator<BigDecimal>, Optional<BigDecimal>> choose) {
    List<Optional<BigDecimal>> numbers = parts.stream().map(this::quantity).toList();
    return numbers.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : choose.apply(numbers.stream().map(Optional::orElseThrow), Comparator.naturalOrder());
  }

  private Parameter parameter(String name) {
    Parameter parameter = pack.parameters().get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("pack " + pack.id() + " has no parameter '" + name + "'");
    }
    return parameter;
  }
}
