package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Span;

/** Reads {@code $name} and remembers every use, to be checked when all names are known. */
final class References {

  private final Currency currency;
  private final List<Reference> all = new ArrayList<>();
  private final Map<String, String> units = new HashMap<>();

  References(Currency currency) {
    this.currency = currency;
  }

  /** Every use so far, in the order of reading. */
  List<Reference> all() {
    return all;
  }

  /** Says in which unit a parameter or table is. */
  void unit(String name, String unit) {
    units.put(name, unit);
  }

  /** For how long an amount is; a month when the name is not known, which is reported elsewhere. */
  Span span(String name) {
    return Optional.ofNullable(units.get(name))
        .flatMap(unit -> ParameterUnit.of(unit, currency))
        .map(ParameterUnit::span)
        .orElse(Span.MONTH);
  }

  /** The parameter or table that is named. */
  Optional<String> read(YamlNode node, Reference.Need need, LocalDate from) {
    Optional<String> text = node.text();
    if (text.isPresent() && !text.get().matches("\\$[a-z][a-z0-9_]*")) {
      node.error(
          "'%s' is '%s', not a parameter".formatted(node.path(), text.get()),
          "write the number under 'parameters' with its date and source, and here its $name");
      return Optional.empty();
    }
    Optional<String> name = text.map(t -> t.substring(1));
    name.ifPresent(n -> all.add(new Reference(n, need, from, node)));
    return name;
  }

  /**
   * The parameter that is named, when it is one.
   *
   * @return empty for {@code none}, and for what is reported
   */
  Optional<String> bound(YamlNode node, ParameterUnit unit, LocalDate from) {
    return node.textOrNothing().equals("none")
        ? Optional.empty()
        : read(node, Reference.Need.bound(unit), from);
  }
}
