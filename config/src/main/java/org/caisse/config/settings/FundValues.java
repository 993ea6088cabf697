package org.caisse.config.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.pack.ParameterUnit;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;

/**
 * What the law leaves to the fund, checked against the bounds of the pack.
 *
 * @param parameters values for all days; empty for an explicit {@code none}
 * @param changes values of what changed, by ascending date
 */
public record FundValues(
    Map<String, Optional<BigDecimal>> parameters, Map<String, List<FundSettings.Change>> changes) {

  /** Nothing said. */
  public static final FundValues NONE = new FundValues(Map.of(), Map.of());

  /**
   * The values under these keys; what is wrong with them is reported where they stand.
   *
   * @param pack whose parameters they are
   */
  public static FundValues read(YamlMap map, Pack pack) {
    return new Reader(pack).read(map);
  }

  private static final class Reader {

    private final Pack pack;

    Reader(Pack pack) {
      this.pack = pack;
    }

    private FundValues read(YamlMap map) {
      Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();
      Map<String, List<FundSettings.Change>> changes = new LinkedHashMap<>();
      for (Map.Entry<String, YamlNode> entry : map.all().entrySet()) {
        Parameter parameter = pack.parameters().get(entry.getKey());
        YamlNode node = entry.getValue();
        if (parameter == null || !parameter.setByFund()) {
          node.error(notTheFunds(entry.getKey(), parameter), possible());
        } else if (node.isList()) {
          changes.put(parameter.name(), changes(parameter, node));
        } else {
          value(parameter, node).ifPresent(value -> values.put(parameter.name(), value));
        }
      }
      return new FundValues(values, changes);
    }

    /** Values with the day from which each is in force. */
    private List<FundSettings.Change> changes(Parameter parameter, YamlNode list) {
      List<FundSettings.Change> changes = new ArrayList<>();
      for (YamlNode item : list.items()) {
        Optional<YamlMap> keys = item.map();
        Optional<LocalDate> from =
            keys.flatMap(map -> map.required("from")).flatMap(YamlNode::date);
        Optional<Optional<BigDecimal>> value =
            keys.flatMap(map -> map.required("value")).flatMap(n -> value(parameter, n));
        keys.ifPresent(YamlMap::close);
        if (from.isPresent()
            && !changes.isEmpty()
            && !from.get().isAfter(changes.getLast().from())) {
          item.error(
              "'%s' is in force from %s, not after the value before it (%s)"
                  .formatted(item.path(), from.get(), changes.getLast().from()),
              "list values by ascending date, one for each date");
        }
        from.ifPresent(day -> value.ifPresent(v -> changes.add(new FundSettings.Change(day, v))));
      }
      return List.copyOf(changes);
    }

    /** A number, or empty for none; nothing when it is neither. */
    private Optional<Optional<BigDecimal>> value(Parameter parameter, YamlNode node) {
      if (node.textOrNothing().equals("none")) {
        return none(parameter, node);
      }
      Optional<BigDecimal> number = node.number();
      if (number.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> objection = objection(parameter, number.get());
      if (objection.isEmpty()) {
        return Optional.of(number);
      }
      node.error(
          "'%s' is %s: %s".formatted(node.path(), number.get().toPlainString(), objection.get()),
          note(parameter));
      return Optional.empty();
    }

    private static Optional<Optional<BigDecimal>> none(Parameter parameter, YamlNode node) {
      if (parameter.optional()) {
        return Optional.of(Optional.empty());
      }
      node.error("'" + node.path() + "' is none, but a number is needed", note(parameter));
      return Optional.empty();
    }

    private Optional<String> objection(Parameter parameter, BigDecimal value) {
      if (parameter.min() != null && value.compareTo(parameter.min()) < 0) {
        return Optional.of("the least allowed is " + parameter.min().toPlainString());
      }
      if (parameter.max() != null && value.compareTo(parameter.max()) > 0) {
        return Optional.of("the most allowed is " + parameter.max().toPlainString());
      }
      return ParameterUnit.of(parameter, pack.currency()).objection(value, pack.currency());
    }

    private static String note(Parameter parameter) {
      return "set a number in %s%s (%s)"
          .formatted(parameter.unit(), parameter.optional() ? " or none" : "", parameter.note());
    }

    private String notTheFunds(String name, Parameter parameter) {
      return parameter == null
          ? "pack %s has no parameter '%s'".formatted(pack.id(), name)
          : "parameter '%s' is set by the law, in pack %s, not by the fund"
              .formatted(name, pack.id());
    }

    private String possible() {
      List<String> names =
          pack.parameters().values().stream()
              .filter(Parameter::setByFund)
              .map(Parameter::name)
              .toList();
      return names.isEmpty()
          ? "remove it: this pack leaves nothing to the fund"
          : "remove it, or set one of: " + String.join(", ", names);
    }
  }
}
