package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Fact;
import org.caisse.domain.pack.Quantity;
import org.caisse.domain.pack.Table;

/**
 * Reads when a row applies. Whether a bound itself belongs to it is part of the word: {@code above}
 * and {@code below} do not hold at the number, {@code at_least} and {@code at_most} do.
 */
final class ConditionReader {

  private final Currency currency;
  private final References references;
  private final BigDecimal perUnit;
  private final LocalDate from;

  /**
   * @param perUnit how many units of the currency amounts are written in make one of the books
   * @param from first day in force
   */
  ConditionReader(Currency currency, References references, BigDecimal perUnit, LocalDate from) {
    this.currency = currency;
    this.references = references;
    this.perUnit = perUnit;
    this.from = from;
  }

  Optional<Table.When> read(Table.Column column, YamlNode node) {
    return column.fact() == null
        ? words(column, node).map(words -> new Table.When.Words(column.name(), words))
        : range(column.fact(), node).map(range -> range);
  }

  /** A range of a number, or the number itself. */
  Optional<Table.When.Range> range(Fact fact, YamlNode node) {
    if (!node.isMap()) {
      return quantity(fact, node)
          .map(exactly -> new Table.When.Range(fact, exactly, false, exactly, true));
    }
    YamlMap map = node.map().get();
    Optional<YamlNode> lower = one(map, "above", "at_least");
    Optional<YamlNode> upper = one(map, "below", "at_most");
    boolean above = map.optional("above").isPresent();
    boolean atMost = map.optional("at_most").isPresent();
    map.close();
    Optional<Quantity> least = lower.flatMap(n -> quantity(fact, n));
    Optional<Quantity> most = upper.flatMap(n -> quantity(fact, n));
    if (lower.isEmpty() && upper.isEmpty()) {
      node.error(
          "'%s' has no bound".formatted(node.path()),
          "write above, at_least, below or at_most, or 'any'");
      return Optional.empty();
    }
    return lower.isPresent() == least.isPresent() && upper.isPresent() == most.isPresent()
        ? Optional.of(
            new Table.When.Range(fact, least.orElse(null), above, most.orElse(null), atMost))
        : Optional.empty();
  }

  private static Optional<YamlNode> one(YamlMap map, String without, String with) {
    Optional<YamlNode> first = map.optional(without);
    Optional<YamlNode> second = map.optional(with);
    if (first.isPresent() && second.isPresent()) {
      second
          .get()
          .error(
              "'%s' stands beside '%s'".formatted(second.get().path(), without),
              "keep one: " + without + " without the number itself, " + with + " with it");
    }
    return first.isPresent() ? first : second;
  }

  private Optional<Quantity> quantity(Fact fact, YamlNode node) {
    ParameterUnit unit =
        switch (fact) {
          case PAY, INCOME -> ParameterUnit.MONEY_PER_MONTH;
          case AGE -> ParameterUnit.YEARS;
          case TERM, HEADCOUNT -> ParameterUnit.PERSONS;
        };
    boolean money = unit == ParameterUnit.MONEY_PER_MONTH;
    return new QuantityReader(currency, references, unit, money ? perUnit : BigDecimal.ONE, from)
        .read(node);
  }

  private static Optional<List<String>> words(Table.Column column, YamlNode node) {
    List<YamlNode> items = node.isList() ? node.items() : List.of(node);
    List<String> words = new ArrayList<>();
    for (YamlNode item : items) {
      Optional<String> word = item.text();
      if (word.isPresent() && !column.words().contains(word.get())) {
        item.error(
            "'%s' is '%s'".formatted(item.path(), word.get()),
            "write one of: any, " + String.join(", ", column.words()));
      } else {
        word.ifPresent(words::add);
      }
    }
    return words.isEmpty() || words.size() < items.size() ? Optional.empty() : Optional.of(words);
  }
}
