package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Citation;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.Mark;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Quantity;

/** Reads the parameters of a scheme: dated, sourced numbers, or what the law leaves to the fund. */
final class ParameterReader {

  /** How far sources go. */
  static final Map<String, Mark> MARKS = Words.marks();

  private final CurrencyHistory currencies;
  private final Currency currency;
  private final References references;

  ParameterReader(CurrencyHistory currencies, References references) {
    this.currencies = currencies;
    this.currency = currencies.now();
    this.references = references;
  }

  /** The parameter of these keys; empty when its unit or its values cannot be read. */
  Optional<Parameter> read(String name, YamlNode node) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      node.error(
          "'" + name + "' cannot be the name of a parameter",
          "use small letters, digits and _, beginning with a letter");
    }
    return node.map().flatMap(map -> read(name, map));
  }

  private Optional<Parameter> read(String name, YamlMap map) {
    Optional<ParameterUnit> unit = map.required("unit").flatMap(n -> unit(n, currency));
    unit.ifPresent(u -> references.unit(name, u.text(currency)));
    String note = map.required("note").flatMap(YamlNode::text).orElse("");
    Optional<YamlNode> setBy = map.optional("set_by");
    Optional<Parameter> parameter =
        setBy.isPresent() ? setByFund(name, map, unit, note) : setByLaw(name, map, unit, note);
    setBy.ifPresent(word -> word.oneOf(Map.of("fund", true)));
    map.close();
    return parameter;
  }

  private Optional<Parameter> setByFund(
      String name, YamlMap map, Optional<ParameterUnit> unit, String note) {
    map.refuse(
        "values",
        "the fund sets this parameter, so the pack gives no values",
        "remove 'values' or 'set_by'; the workspace's settings file holds the value");
    Optional<BigDecimal> min = map.optional("min").flatMap(n -> number(n, unit));
    Optional<BigDecimal> max = map.optional("max").flatMap(n -> number(n, unit));
    boolean optional = map.optional("optional").flatMap(YamlNode::truth).orElse(false);
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      map.error(
          "parameter '%s': min %s is above max %s"
              .formatted(name, min.get().toPlainString(), max.get().toPlainString()),
          "exchange them or correct one");
    }
    return unit.map(
        u ->
            new Parameter(
                name,
                u.text(currency),
                true,
                optional,
                min.orElse(null),
                max.orElse(null),
                note,
                List.of()));
  }

  private Optional<Parameter> setByLaw(
      String name, YamlMap map, Optional<ParameterUnit> unit, String note) {
    for (String key : List.of("min", "max", "optional")) {
      map.refuse(
          key,
          "only a parameter that the fund sets has it",
          "remove it, or write 'set_by: fund' in place of the values");
    }
    List<DatedValue> values =
        map.required("values").map(list -> values(list, unit)).orElse(List.of());
    if (unit.isEmpty() || values.isEmpty()) {
      return Optional.empty();
    }
    String text = unit.get().text(currency);
    return Optional.of(new Parameter(name, text, false, false, null, null, note, values));
  }

  private List<DatedValue> values(YamlNode list, Optional<ParameterUnit> unit) {
    List<DatedValue> values = new ArrayList<>();
    LocalDate before = null;
    for (YamlNode item : list.items()) {
      Optional<DatedValue> read = item.map().flatMap(map -> value(map, unit));
      if (read.isEmpty()) {
        continue;
      }
      LocalDate from = read.get().from();
      if (before != null && !from.isAfter(before)) {
        item.error(
            "'%s' is in force from %s, not after the value before it (%s)"
                .formatted(item.path(), from, before),
            "list values by ascending date, one for each date");
      }
      before = from;
      values.add(read.get());
    }
    return values;
  }

  private Optional<DatedValue> value(YamlMap map, Optional<ParameterUnit> unit) {
    Optional<LocalDate> from = map.required("from").flatMap(YamlNode::date);
    Optional<YamlNode> number = map.required("value");
    Optional<YamlNode> named = map.optional("currency");
    Optional<Mark> mark = map.required("mark").flatMap(n -> n.oneOf(MARKS));
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    Optional<Name> cited = map.optional("text").flatMap(Name::read);
    map.close();
    if (from.isEmpty() || number.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    Optional<Quantity> value =
        perUnit(unit.get(), from.get(), named, number.get())
            .flatMap(
                per ->
                    new QuantityReader(currency, references, unit.get(), per, from.get())
                        .read(number.get()));
    if (value.isEmpty() || mark.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DatedValue(
            from.get(),
            value.get(),
            mark.get(),
            source.get(),
            cited.map(text -> new Citation(text.fr(), text.en())).orElse(null)));
  }

  private Optional<BigDecimal> perUnit(
      ParameterUnit unit, LocalDate from, Optional<YamlNode> named, YamlNode number) {
    if (ParameterUnit.MONEY.contains(unit)) {
      return currencies.perUnit(from, named, number);
    }
    named.ifPresent(n -> n.error("only an amount has a currency", "remove it"));
    return Optional.of(BigDecimal.ONE);
  }

  private Optional<BigDecimal> number(YamlNode node, Optional<ParameterUnit> unit) {
    Optional<BigDecimal> number = node.number();
    Optional<String> objection = number.flatMap(n -> unit.flatMap(u -> u.objection(n, currency)));
    objection.ifPresent(
        range ->
            node.error("'%s' is %s".formatted(node.path(), number.get().toPlainString()), range));
    return objection.isPresent() ? Optional.empty() : number;
  }

  /** The unit that is named. */
  static Optional<ParameterUnit> unit(YamlNode node, Currency currency) {
    Map<String, ParameterUnit> units = new LinkedHashMap<>();
    for (ParameterUnit unit : ParameterUnit.values()) {
      units.put(unit.text(currency), unit);
    }
    return node.oneOf(units);
  }
}
