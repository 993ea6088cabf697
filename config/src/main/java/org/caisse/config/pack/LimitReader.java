package org.caisse.config.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.care.CareLimit;
import org.caisse.domain.care.CareLimit.Counted;
import org.caisse.domain.care.CareLimit.Same;
import org.caisse.domain.care.CareLimit.Window;

/** Reads how often and how much payers pay for the same care. */
final class LimitReader {

  private static final Map<String, Same> SAME = Words.of(Same.values());
  private static final Map<String, Window> WHOLE =
      Map.of(
          "year", new Window(Window.Kind.YEAR, null, null),
          "ever", new Window(Window.Kind.EVER, null, null));

  private final CareKeys keys;

  LimitReader(CareKeys keys) {
    this.keys = keys;
  }

  CareLimit limit(YamlMap map) {
    List<Same> same = new ArrayList<>();
    map.required("same")
        .map(YamlNode::items)
        .orElse(List.of())
        .forEach(item -> item.oneOf(SAME).ifPresent(same::add));
    Counted counted = counted(map);
    return new CareLimit(
        keys.text(map, "id"),
        keys.text(map, "fr"),
        keys.text(map, "en"),
        map.required("payers").map(keys::list).orElse(List.of()),
        same,
        keys.scope(map, "covers"),
        map.required("window").map(this::window).orElse(WHOLE.get("ever")),
        counted,
        keys.bound(map, Words.of(counted), unit(counted)),
        keys.word(map, "lifted", Words.either("never", "by_agreement")),
        keys.text(map, "source"));
  }

  private static Counted counted(YamlMap map) {
    List<Counted> said = new ArrayList<>();
    for (Counted counted : Counted.values()) {
      if (map.optional(Words.of(counted)).isPresent()) {
        said.add(counted);
      }
    }
    if (said.size() != 1) {
      map.error("a limit counts one thing", "write one of count, quantity, amount: $name");
    }
    return said.isEmpty() ? Counted.COUNT : said.getFirst();
  }

  private static ParameterUnit unit(Counted counted) {
    return switch (counted) {
      case COUNT -> ParameterUnit.TIMES;
      case QUANTITY -> ParameterUnit.UNITS;
      case AMOUNT -> ParameterUnit.AMOUNT;
    };
  }

  private Window window(YamlNode node) {
    if (!node.isMap()) {
      return node.oneOf(WHOLE).orElse(WHOLE.get("ever"));
    }
    YamlMap map = node.map().orElseThrow();
    Optional<String> status = map.optional("status").flatMap(YamlNode::text);
    String days = keys.parameter(map, "days", ParameterUnit.DAYS);
    map.close();
    return status
        .map(kind -> new Window(Window.Kind.STATUS, days, kind))
        .orElseGet(() -> new Window(Window.Kind.DAYS, days, null));
  }
}
