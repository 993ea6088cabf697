package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Quantity;

/**
 * Reads a number of the law: written out, or said of parameters with the only operators there are,
 * {@code times}, {@code max_of} and {@code min_of}.
 */
final class QuantityReader {

  private static final int MOST_PARTS = 10;

  private final Currency currency;
  private final References references;
  private final ParameterUnit unit;
  private final BigDecimal perUnit;
  private final LocalDate from;

  /**
   * @param unit of the number
   * @param perUnit how many units of the currency it is written in make one of the books
   * @param from first day in force
   */
  QuantityReader(
      Currency currency,
      References references,
      ParameterUnit unit,
      BigDecimal perUnit,
      LocalDate from) {
    this.currency = currency;
    this.references = references;
    this.unit = unit;
    this.perUnit = perUnit;
    this.from = from;
  }

  Optional<Quantity> read(YamlNode node) {
    if (!node.isMap()) {
      return simple(node);
    }
    Optional<YamlMap> map = node.map();
    Optional<YamlNode> max = map.get().optional("max_of");
    Optional<YamlNode> min = map.get().optional("min_of");
    if (max.isEmpty() && min.isEmpty()) {
      return multiple(map.get());
    }
    map.get().close();
    if (max.isPresent() && min.isPresent()) {
      node.error("'%s' has max_of and min_of".formatted(node.path()), "keep one of the two");
      return Optional.empty();
    }
    return max.isPresent()
        ? parts(max.get()).map(Quantity.MaxOf::new)
        : parts(min.get()).map(Quantity.MinOf::new);
  }

  private Optional<List<Quantity>> parts(YamlNode list) {
    List<YamlNode> items = list.items();
    List<Quantity> parts = new ArrayList<>();
    for (YamlNode item : items) {
      Optional<Quantity> part = item.isMap() ? item.map().flatMap(this::multiple) : simple(item);
      part.ifPresent(parts::add);
    }
    if (items.size() == 1 || items.size() > MOST_PARTS) {
      list.error(
          "'%s' has %d members".formatted(list.path(), items.size()),
          "a choice is between 2 and " + MOST_PARTS);
      return Optional.empty();
    }
    return parts.isEmpty() || parts.size() < items.size() ? Optional.empty() : Optional.of(parts);
  }

  private Optional<Quantity> simple(YamlNode node) {
    if (node.textOrNothing().startsWith("$")) {
      return references
          .read(node, Reference.Need.number(unit), from)
          .map(name -> new Quantity.Times(BigDecimal.ONE, name, null));
    }
    Optional<BigDecimal> written = node.number();
    Optional<BigDecimal> number = written.flatMap(n -> CurrencyHistory.inBooks(n, perUnit));
    Optional<String> objection =
        written.isPresent() && number.isEmpty()
            ? Optional.of("it cannot be said exactly in " + currency.code())
            : number.flatMap(n -> unit.objection(n, currency));
    objection.ifPresent(
        range ->
            node.error("'%s' is %s".formatted(node.path(), written.get().toPlainString()), range));
    return objection.isPresent() ? Optional.empty() : number.map(Quantity::of);
  }

  private Optional<Quantity> multiple(YamlMap map) {
    Optional<YamlNode> times = map.optional("times");
    if (times.isPresent() && !ParameterUnit.MONEY.contains(unit)) {
      times.get().error("only an amount has multiples", "write the number itself, or its $name");
      return Optional.empty();
    }
    Optional<BigDecimal> factor =
        times.isEmpty() ? Optional.of(BigDecimal.ONE) : factor(times.get());
    Optional<YamlNode> on = map.optional("on");
    Optional<LocalDate> day = on.flatMap(YamlNode::date);
    Optional<String> of =
        map.required("of")
            .flatMap(n -> references.read(n, Reference.Need.number(unit), day.orElse(from)));
    map.close();
    if (on.isPresent() != day.isPresent()) {
      return Optional.empty();
    }
    return of.flatMap(name -> factor.map(f -> new Quantity.Times(f, name, day.orElse(null))));
  }

  private static Optional<BigDecimal> factor(YamlNode node) {
    Optional<BigDecimal> factor = node.number();
    if (factor.isPresent() && factor.get().signum() <= 0) {
      node.error(
          "'%s' is %s".formatted(node.path(), factor.get().toPlainString()),
          "write a number above 0");
      return Optional.empty();
    }
    return factor;
  }
}
