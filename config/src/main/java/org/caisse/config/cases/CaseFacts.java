package org.caisse.config.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.contribution.Dependant;
import org.caisse.domain.money.Currency;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Circumstances.Heads;
import org.caisse.domain.pack.HeadKind;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Table;

/** Reads the facts of a person in a case. */
final class CaseFacts {

  private static final Map<String, Integer> MONTHS = months();

  private final YamlMap map;
  private final Currency currency;
  private final Map<String, List<String>> words;

  CaseFacts(YamlMap map, Pack pack) {
    this.map = map;
    this.currency = pack.currency();
    this.words = words(pack);
  }

  /** The pay of the month; 0 when the case has none. */
  long payMinor() {
    return minor("pay").orElse(0L);
  }

  /** An amount under a key, minor units. */
  Optional<Long> minor(String key) {
    return map.optional(key).flatMap(node -> minor(node, currency));
  }

  static Optional<Long> minor(YamlNode node, Currency currency) {
    Optional<BigDecimal> number = node.number();
    if (number.isPresent() && number.get().scale() > currency.decimals()) {
      node.error(
          "'%s' is %s".formatted(node.path(), number.get().toPlainString()),
          "%s has %d decimals".formatted(currency.code(), currency.decimals()));
      return Optional.empty();
    }
    return number.map(currency::minor);
  }

  /** What else is known of the person. */
  Circumstances person() {
    Optional<BigDecimal> part = map.optional("employer_part").flatMap(YamlNode::number);
    return new Circumstances(
        date("born"),
        map.optional("heads").flatMap(YamlNode::map).map(CaseFacts::heads).orElse(null),
        map.optional("class").flatMap(YamlNode::text).orElse(null),
        minor("income").orElse(Circumstances.UNKNOWN),
        minor("base_salary").orElse(Circumstances.UNKNOWN),
        map.optional("term").flatMap(node -> node.oneOf(MONTHS)).orElse(0),
        date("term_start"),
        part.map(Rate::percent).orElse(null),
        told());
  }

  /** The dependants to be counted; null when the case does not list them. */
  List<Dependant> family() {
    Optional<YamlNode> list = map.optional("family");
    if (list.isEmpty()) {
      return null;
    }
    List<Dependant> family = new ArrayList<>();
    list.get()
        .items()
        .forEach(item -> item.map().flatMap(CaseFacts::dependant).ifPresent(family::add));
    return family;
  }

  private LocalDate date(String key) {
    return map.optional(key).flatMap(YamlNode::date).orElse(null);
  }

  private SortedMap<String, String> told() {
    SortedMap<String, String> told = new TreeMap<>();
    words.forEach(
        (fact, own) -> {
          Map<String, String> possible = new LinkedHashMap<>();
          own.forEach(word -> possible.put(word, word));
          map.optional(fact)
              .flatMap(node -> node.oneOf(possible))
              .ifPresent(word -> told.put(fact, word));
        });
    return told;
  }

  private static Heads heads(YamlMap map) {
    Heads heads = new Heads(count(map, "spouses"), count(map, "children"), count(map, "parents"));
    map.close();
    return heads;
  }

  private static int count(YamlMap map, String key) {
    return map.optional(key)
        .flatMap(YamlNode::number)
        .map(number -> number.intValueExact())
        .orElse(0);
  }

  private static Optional<Dependant> dependant(YamlMap map) {
    Optional<Dependant> found = Optional.empty();
    for (HeadKind kind : List.of(HeadKind.SPOUSE, HeadKind.CHILD, HeadKind.PARENT)) {
      Optional<YamlNode> born = map.optional(kind.name().toLowerCase(Locale.ROOT));
      if (born.isPresent()) {
        Optional<LocalDate> day =
            born.get().textOrNothing().equals("unknown") ? Optional.empty() : born.get().date();
        boolean disabled = map.optional("disabled").flatMap(YamlNode::truth).orElse(false);
        found = Optional.of(new Dependant(kind, day.orElse(null), disabled));
      }
    }
    if (found.isEmpty()) {
      map.error(
          "a member of the family has no kind", "write spouse, child or parent: day of birth");
    }
    map.close();
    return found;
  }

  /** Facts that are told in words are those by which tables are looked up. */
  private static Map<String, List<String>> words(Pack pack) {
    Map<String, List<String>> words = new TreeMap<>();
    for (Table table : pack.tables().values()) {
      for (Table.Column column : table.by()) {
        if (column.fact() == null) {
          words.put(column.name(), column.words());
        }
      }
    }
    return words;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new LinkedHashMap<>();
    for (int count = 1; count <= 12; count++) {
      months.put(Integer.toString(count), count);
    }
    return months;
  }
}
