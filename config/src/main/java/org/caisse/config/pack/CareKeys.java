package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.care.CareScope;
import org.caisse.domain.care.Delay;
import org.caisse.domain.care.Funder;

/**
 * Reads what stands under the keys of the law of care. What does not fit is reported where it
 * stands, and something empty is returned: the pack is not used then.
 */
final class CareKeys {

  private static final String NONE = "none";

  private final References references;
  private final LocalDate start;

  /**
   * @param start first day of care of which the law speaks
   */
  CareKeys(References references, LocalDate start) {
    this.references = references;
    this.start = start;
  }

  /** One value. */
  String text(YamlMap map, String key) {
    return map.required(key).flatMap(YamlNode::text).orElse("");
  }

  /** One value, or null. */
  String textOrNull(YamlMap map, String key) {
    return map.optional(key).flatMap(YamlNode::text).orElse(null);
  }

  /** One of a closed list of words. */
  <T> T word(YamlMap map, String key, Map<String, T> words) {
    return map.required(key)
        .flatMap(node -> node.oneOf(words))
        .orElseGet(() -> words.values().iterator().next());
  }

  /** Some words; none when the key is left out. */
  List<String> list(YamlMap map, String key) {
    return map.optional(key).map(this::list).orElse(List.of());
  }

  /** Some words, each once. */
  List<String> list(YamlNode node) {
    List<String> words = new ArrayList<>();
    for (YamlNode item : node.items()) {
      Optional<String> word = item.text();
      if (word.isPresent() && words.contains(word.get())) {
        item.error("'" + word.get() + "' stands twice", "keep one");
      }
      word.ifPresent(words::add);
    }
    return words;
  }

  /** The members of a list of keys; none when the key is left out. */
  <T> List<T> each(YamlMap map, String key, Function<YamlMap, T> read) {
    List<T> all = new ArrayList<>();
    map.optional(key).map(YamlNode::items).orElse(List.of()).stream()
        .map(YamlNode::map)
        .flatMap(Optional::stream)
        .forEach(
            member -> {
              all.add(read.apply(member));
              member.close();
            });
    return all;
  }

  /** The members of keys that are names; none when the key is left out. */
  <T> List<T> named(YamlMap map, String key, NamedRead<T> read) {
    List<T> all = new ArrayList<>();
    Map<String, YamlNode> entries =
        map.optional(key).flatMap(YamlNode::map).map(YamlMap::all).orElse(new LinkedHashMap<>());
    entries.forEach(
        (name, node) -> {
          if (!name.matches("[a-z][a-z0-9_]*")) {
            node.error(
                "'" + name + "' cannot be a name of the law of care",
                "use small letters, digits and _, beginning with a letter");
          }
          node.map()
              .ifPresent(
                  member -> {
                    all.add(read.read(name, member));
                    member.close();
                  });
        });
    return all;
  }

  /** Reads what stands under a name. */
  @FunctionalInterface
  interface NamedRead<T> {
    /** What stands there. */
    T read(String name, YamlMap map);
  }

  /** The parameter under a key. */
  String parameter(YamlMap map, String key, ParameterUnit unit) {
    return map.required(key).map(node -> parameter(node, unit)).orElse("");
  }

  private String parameter(YamlNode node, ParameterUnit unit) {
    return references.read(node, Reference.Need.number(unit), start).orElse("");
  }

  /** The parameter under a key, which may be left to none; null for none. */
  String bound(YamlMap map, String key, ParameterUnit unit) {
    return map.required(key).flatMap(node -> references.bound(node, unit, start)).orElse(null);
  }

  /** The parameter under a key that may be left out; null for none. */
  String optional(YamlMap map, String key, ParameterUnit unit) {
    return map.optional(key).flatMap(node -> references.bound(node, unit, start)).orElse(null);
  }

  /** A parameter in days or in months; null for none. */
  Delay delay(YamlMap map, String key) {
    Optional<YamlNode> node = map.required(key);
    if (node.isEmpty() || node.get().textOrNothing().equals(NONE)) {
      return null;
    }
    return node.get().map().map(this::delay).orElse(null);
  }

  private Delay delay(YamlMap map) {
    Optional<YamlNode> days = map.optional("days");
    Optional<YamlNode> months = map.optional("months");
    map.close();
    if (days.isPresent() == months.isPresent()) {
      map.error("a time is in days or in months", "write {days: $name} or {months: $name}");
      return null;
    }
    return days.isPresent()
        ? new Delay(parameter(days.get(), ParameterUnit.DAYS), Delay.Unit.DAYS)
        : new Delay(parameter(months.orElseThrow(), ParameterUnit.MONTHS), Delay.Unit.MONTHS);
  }

  /** Groups and acts; {@code all}, {@code none}, or the keys {@code groups} and {@code acts}. */
  CareScope scope(YamlMap map, String key) {
    return map.required(key).map(this::scope).orElse(CareScope.NONE);
  }

  private CareScope scope(YamlNode node) {
    if (!node.isMap()) {
      return node.oneOf(Map.of("all", CareScope.ALL, NONE, CareScope.NONE)).orElse(CareScope.NONE);
    }
    YamlMap map = node.map().orElseThrow();
    CareScope scope = new CareScope(list(map, "groups"), list(map, "acts"));
    map.close();
    if (scope.groups().isEmpty() && scope.acts().isEmpty()) {
      map.error("no care is named", "write groups or acts, or 'all' or 'none' in their place");
    }
    return scope;
  }

  /** Who stands behind a payer; the last one may bear the rest. */
  List<Funder> funders(YamlMap map) {
    return each(
        map,
        "funders",
        funder ->
            new Funder(
                text(funder, "funder"),
                funder
                    .required("part")
                    .filter(node -> !node.textOrNothing().equals("rest"))
                    .map(node -> parameter(node, ParameterUnit.PERCENT))
                    .orElse(null)));
  }
}
