package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Quantity;
import org.caisse.domain.pack.Table;

/** What must fit between the names of a pack whose parts were each read without error. */
final class PackChecks {

  private final Currency currency;
  private final Map<String, YamlNode> places;
  private final Map<String, Parameter> parameters;
  private final Map<String, Table> tables;

  /**
   * @param currency of the pack
   * @param places where each parameter and table stands, also those that could not be read
   * @param parameters those that could be read
   * @param tables those that could be read
   */
  PackChecks(
      Currency currency,
      Map<String, YamlNode> places,
      Map<String, Parameter> parameters,
      Map<String, Table> tables) {
    this.currency = currency;
    this.places = places;
    this.parameters = parameters;
    this.tables = tables;
  }

  /** Everything that is used exists, in the unit and from the day that the use needs. */
  void references(List<Reference> references) {
    for (Reference reference : references) {
      Parameter parameter = parameters.get(reference.name());
      Table table = tables.get(reference.name());
      if (table != null) {
        table(reference, table);
      } else if (parameter != null) {
        parameter(reference, parameter);
      } else if (!places.containsKey(reference.name())) {
        reference
            .place()
            .error(
                "'%s' refers to $%s, which is not under 'parameters' or 'tables'"
                    .formatted(reference.place().path(), reference.name()),
                "add it there, or write one of: $" + String.join(", $", places.keySet()));
      }
    }
  }

  private void table(Reference reference, Table table) {
    String use = use(reference);
    if (!reference.need().mayBeTable()) {
      reference
          .place()
          .error(
              use + ", a table, but a number that depends on nothing is needed here",
              "refer to a parameter");
    } else if (unitFits(reference, table.unit(), use)) {
      since(reference, table.versions().getFirst().from(), use);
    }
  }

  private void parameter(Reference reference, Parameter parameter) {
    String use = use(reference);
    if (!unitFits(reference, parameter.unit(), use)) {
      return;
    }
    if (parameter.setByFund() && parameter.optional() && !reference.need().mayBeNone()) {
      reference
          .place()
          .error(
              use + ", which the fund may set to none, but a number is needed here",
              "remove 'optional: true' from the parameter");
    } else if (!parameter.setByFund()) {
      since(reference, parameter.values().getFirst().from(), use);
    }
  }

  private static String use(Reference reference) {
    return "'%s' uses $%s".formatted(reference.place().path(), reference.name());
  }

  private boolean unitFits(Reference reference, String unit, String use) {
    List<String> needed =
        reference.need().units().stream().map(possible -> possible.text(currency)).toList();
    if (!needed.contains(unit)) {
      reference
          .place()
          .error(
              "%s, whose unit is %s; here it must be %s"
                  .formatted(use, unit, String.join(" or ", needed)),
              "refer to another parameter, or correct the unit of this one");
    }
    return needed.contains(unit);
  }

  private static void since(Reference reference, LocalDate first, String use) {
    if (first.isAfter(reference.from())) {
      reference
          .place()
          .error(
              "%s from %s on, but its first value is in force from %s"
                  .formatted(use, reference.from(), first),
              "add the value that was in force before, or let the rule start later");
    }
  }

  /** No value is said of itself, not by way of others either. */
  void circles() {
    for (String name : parameters.keySet()) {
      List<String> way = new ArrayList<>();
      if (leadsTo(name, name, new HashSet<>(), way)) {
        places
            .get(name)
            .error(
                "parameter '%s' is said of itself: $%s".formatted(name, String.join(", $", way)),
                "write out one of the values");
      }
    }
  }

  private boolean leadsTo(String from, String target, Set<String> seen, List<String> way) {
    way.add(from);
    for (String next : used(from)) {
      if (next.equals(target) || (seen.add(next) && leadsTo(next, target, seen, way))) {
        return true;
      }
    }
    way.removeLast();
    return false;
  }

  private Set<String> used(String name) {
    Parameter parameter = parameters.get(name);
    return parameter == null
        ? Set.of()
        : parameter.values().stream()
            .map(DatedValue::quantity)
            .flatMap(quantity -> quantity.uses().stream())
            .map(Quantity.Times::parameter)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What no rule uses: probably a slip of the pen. */
  void unused(List<Reference> references) {
    Set<String> used = references.stream().map(Reference::name).collect(Collectors.toSet());
    places.forEach(
        (name, place) -> {
          if (!used.contains(name)) {
            String what = tables.containsKey(name) ? "table" : "parameter";
            place.warning(
                "no rule uses %s '%s'".formatted(what, name),
                "remove it, or refer to it as $" + name);
          }
        });
  }
}
