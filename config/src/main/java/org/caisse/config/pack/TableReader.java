package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.Fact;
import org.caisse.domain.pack.Mark;
import org.caisse.domain.pack.Quantity;
import org.caisse.domain.pack.Table;

/** Reads the tables of a scheme: dated, sourced values that depend on facts. */
final class TableReader {

  /** The key that names a row. */
  static final String CLASS = "class";

  private static final int MOST_ROWS = 200;

  private final CurrencyHistory currencies;
  private final References references;
  private final Map<String, List<String>> words;

  /**
   * @param words the facts that are told in words, with their words
   */
  TableReader(CurrencyHistory currencies, References references, Map<String, List<String>> words) {
    this.currencies = currencies;
    this.references = references;
    this.words = words;
  }

  /** The table of these keys; empty when any part of it cannot be read. */
  Optional<Table> read(String name, YamlNode node) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      node.error(
          "'" + name + "' cannot be the name of a table",
          "use small letters, digits and _, beginning with a letter");
    }
    return node.map().flatMap(map -> read(name, map));
  }

  private Optional<Table> read(String name, YamlMap map) {
    Optional<ParameterUnit> unit =
        map.required("unit").flatMap(n -> ParameterReader.unit(n, currencies.now()));
    unit.ifPresent(u -> references.unit(name, u.text(currencies.now())));
    Optional<String> note = map.required("note").flatMap(YamlNode::text);
    List<Table.Column> by = map.required("by").map(this::columns).orElse(List.of());
    Optional<YamlNode> list = map.required("values");
    map.close();
    if (unit.isEmpty() || note.isEmpty() || by.isEmpty() || list.isEmpty()) {
      return Optional.empty();
    }
    List<Table.Version> versions = new ArrayList<>();
    List<YamlNode> items = list.get().items();
    for (YamlNode item : items) {
      Optional<Table.Version> version =
          item.map().flatMap(keys -> version(keys, item, unit.get(), by));
      if (version.isPresent()
          && !versions.isEmpty()
          && !version.get().from().isAfter(versions.getLast().from())) {
        item.error(
            "'%s' is in force from %s, not after the rows before it (%s)"
                .formatted(item.path(), version.get().from(), versions.getLast().from()),
            "list values by ascending date, one for each date");
      }
      version.ifPresent(versions::add);
    }
    return versions.isEmpty() || versions.size() < items.size()
        ? Optional.empty()
        : Optional.of(new Table(name, unit.get().text(currencies.now()), note.get(), by, versions));
  }

  private List<Table.Column> columns(YamlNode list) {
    List<Table.Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<YamlNode> items = list.items();
    for (YamlNode item : items) {
      Optional<String> name = item.text();
      Optional<Fact> number = name.flatMap(Fact::of).filter(fact -> fact != Fact.HEADCOUNT);
      if (name.isPresent() && number.isEmpty() && !words.containsKey(name.get())) {
        item.error(
            "no table can be looked up by '" + name.get() + "'",
            "write age, pay, income or term, or list the words of '%s' under 'facts'"
                .formatted(name.get()));
      } else if (name.isPresent() && seen.add(name.get())) {
        columns.add(
            new Table.Column(
                name.get(), number.orElse(null), words.getOrDefault(name.get(), List.of())));
      }
    }
    return columns.size() == items.size() ? columns : List.of();
  }

  private Optional<Table.Version> version(
      YamlMap map, YamlNode place, ParameterUnit unit, List<Table.Column> by) {
    Optional<LocalDate> from = map.required("from").flatMap(YamlNode::date);
    Optional<YamlNode> named = map.optional("currency");
    Optional<Mark> mark = map.required("mark").flatMap(n -> n.oneOf(ParameterReader.MARKS));
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    Optional<YamlNode> list = map.required("rows");
    map.close();
    if (from.isEmpty() || mark.isEmpty() || source.isEmpty() || list.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> per = perUnit(unit, by, from.get(), named, place);
    if (per.isEmpty()) {
      return Optional.empty();
    }
    RowReader reader = new RowReader(unit, by, per.get(), from.get());
    List<YamlNode> items = list.get().items();
    List<Table.Row> rows = new ArrayList<>();
    items.forEach(item -> item.map().flatMap(reader::read).ifPresent(rows::add));
    if (rows.isEmpty() || rows.size() < items.size() || !named(rows, list.get())) {
      return Optional.empty();
    }
    return Optional.of(new Table.Version(from.get(), rows, mark.get(), source.get()));
  }

  /** Amounts can stand among the values and among the conditions. */
  private Optional<BigDecimal> perUnit(
      ParameterUnit unit,
      List<Table.Column> by,
      LocalDate from,
      Optional<YamlNode> named,
      YamlNode place) {
    boolean money =
        ParameterUnit.MONEY.contains(unit)
            || by.stream().anyMatch(c -> c.fact() == Fact.PAY || c.fact() == Fact.INCOME);
    return money ? currencies.perUnit(from, named, place) : Optional.of(BigDecimal.ONE);
  }

  /** All rows have a name of their own, or none has. */
  private static boolean named(List<Table.Row> rows, YamlNode place) {
    long named = rows.stream().filter(row -> row.name() != null).count();
    long names = rows.stream().map(Table.Row::name).distinct().count();
    if (rows.size() > MOST_ROWS) {
      place.error("'%s' has %d rows".formatted(place.path(), rows.size()), "at most " + MOST_ROWS);
      return false;
    }
    if (named != 0 && (named < rows.size() || names < rows.size())) {
      place.error(
          "some rows of '%s' share a class or have none".formatted(place.path()),
          "give each row a class of its own, or remove all");
      return false;
    }
    return true;
  }

  /** Reads rows. */
  private final class RowReader {

    private final ParameterUnit unit;
    private final List<Table.Column> by;
    private final BigDecimal perUnit;
    private final LocalDate from;

    RowReader(ParameterUnit unit, List<Table.Column> by, BigDecimal perUnit, LocalDate from) {
      this.unit = unit;
      this.by = by;
      this.perUnit = perUnit;
      this.from = from;
    }

    Optional<Table.Row> read(YamlMap map) {
      Optional<YamlNode> named = map.optional(CLASS);
      Optional<String> name = named.flatMap(YamlNode::text);
      List<Table.When> when = new ArrayList<>();
      boolean read = named.isPresent() == name.isPresent();
      ConditionReader conditions = new ConditionReader(currencies.now(), references, perUnit, from);
      for (Table.Column column : by) {
        Optional<YamlNode> node = map.required(column.name());
        if (node.isPresent() && !node.get().textOrNothing().equals("any")) {
          Optional<Table.When> one = conditions.read(column, node.get());
          one.ifPresent(when::add);
          read &= one.isPresent();
        }
        read &= node.isPresent();
      }
      Optional<Quantity> value =
          map.required("value")
              .flatMap(
                  n ->
                      new QuantityReader(currencies.now(), references, unit, perUnit, from)
                          .read(n));
      map.close();
      return read ? value.map(v -> new Table.Row(name.orElse(null), when, v)) : Optional.empty();
    }
  }
}
