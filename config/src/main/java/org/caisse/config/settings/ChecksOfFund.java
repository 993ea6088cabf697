package org.caisse.config.settings;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.FundChecks;
import org.caisse.domain.person.Evidence;
import org.caisse.domain.person.MatchSettings;

/** Reads what the fund wants people to look at. */
final class ChecksOfFund {

  private static final int MOST_WEIGHT = 1_000;
  private static final int MOST_IN_BLOCK = 10_000;
  private static final int MOST_MONTHS = 120;
  private static final int WHOLE = 100;

  private ChecksOfFund() {}

  /** Both sections; each may be left out, and is asked for when it is needed. */
  static FundChecks read(YamlMap settings) {
    Optional<YamlMap> persons = settings.optional("person_match").flatMap(YamlNode::map);
    Optional<YamlMap> declarations =
        settings.optional("declaration_control").flatMap(YamlNode::map);
    return new FundChecks(
        persons.flatMap(ChecksOfFund::persons).orElse(null),
        declarations.flatMap(ChecksOfFund::declarations).orElse(null));
  }

  private static Optional<MatchSettings> persons(YamlMap map) {
    Optional<Integer> threshold = number(map, "threshold", 1, MOST_WEIGHT);
    Optional<Integer> certain = number(map, "certain", 1, MOST_WEIGHT);
    Optional<Integer> block = number(map, "block", 2, MOST_IN_BLOCK);
    Optional<Integer> months = number(map, "months", 1, MOST_MONTHS);
    Map<Evidence, Integer> weights =
        map.required("weights").flatMap(YamlNode::map).map(ChecksOfFund::weights).orElse(Map.of());
    map.close();
    boolean whole =
        threshold.isPresent() && certain.isPresent() && block.isPresent() && months.isPresent();
    return whole && weights.size() == Evidence.values().length
        ? Optional.of(
            new MatchSettings(weights, threshold.get(), certain.get(), block.get(), months.get()))
        : Optional.empty();
  }

  private static Map<Evidence, Integer> weights(YamlMap map) {
    Map<Evidence, Integer> weights = new EnumMap<>(Evidence.class);
    for (Evidence evidence : Evidence.values()) {
      number(map, evidence.name().toLowerCase(Locale.ROOT), -MOST_WEIGHT, MOST_WEIGHT)
          .ifPresent(weight -> weights.put(evidence, weight));
    }
    map.close();
    return weights;
  }

  private static Optional<FundChecks.OfDeclarations> declarations(YamlMap map) {
    Optional<Integer> drop = number(map, "pay_drop_percent", 1, WHOLE);
    map.close();
    return drop.map(FundChecks.OfDeclarations::new);
  }

  private static Optional<Integer> number(YamlMap map, String key, int least, int most) {
    return map.required(key).flatMap(node -> node.wholeNumber(least, most));
  }
}
