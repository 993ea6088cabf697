package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.HeadKind;
import org.caisse.domain.pack.HeadRule;
import org.caisse.domain.pack.Payer;

/** Reads for whom a flat amount is owed, and until how many heads payers share it. */
final class HeadsReader {

  private static final Map<String, HeadKind> KINDS = Words.of(HeadKind.values());
  private static final Map<String, Payer> PAYERS = Words.of(Payer.values());

  private final References references;
  private final LocalDate from;

  HeadsReader(References references, LocalDate from) {
    this.references = references;
    this.from = from;
  }

  Optional<HeadRule> read(YamlMap map) {
    Set<HeadKind> counted = EnumSet.noneOf(HeadKind.class);
    map.required("count")
        .ifPresent(list -> list.items().forEach(n -> n.oneOf(KINDS).ifPresent(counted::add)));
    String childFrom = number(map, "child_from", ParameterUnit.YEARS);
    String childBelow = number(map, "child_below", ParameterUnit.YEARS);
    Optional<YamlNode> shared = map.optional("shared");
    Optional<YamlNode> beyond = map.optional("beyond");
    Optional<Payer> payer = beyond.flatMap(n -> n.oneOf(PAYERS));
    Optional<YamlMap> limit = shared.flatMap(YamlNode::map);
    String children =
        limit.map(keys -> number(keys, "children", ParameterUnit.PERSONS)).orElse(null);
    String heads = limit.map(keys -> number(keys, "heads", ParameterUnit.PERSONS)).orElse(null);
    limit.ifPresent(YamlMap::close);
    map.close();
    if (shared.isPresent() != beyond.isPresent()) {
      map.error(
          "'shared' and 'beyond' belong together: so many heads are shared, further ones are on one"
              + " payer",
          "write both or none");
      return Optional.empty();
    }
    if (shared.isPresent() && (children == null) == (heads == null)) {
      shared
          .get()
          .error("the limit is on the children or on all heads", "write 'children' or 'heads'");
      return Optional.empty();
    }
    if (counted.isEmpty() || beyond.isPresent() != payer.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new HeadRule(
            List.copyOf(counted),
            childFrom,
            childBelow,
            children != null ? children : heads,
            children != null,
            payer.orElse(null)));
  }

  private String number(YamlMap map, String key, ParameterUnit unit) {
    return map.optional(key)
        .flatMap(n -> references.read(n, Reference.Need.number(unit), from))
        .orElse(null);
  }
}
