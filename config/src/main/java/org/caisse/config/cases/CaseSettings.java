package org.caisse.config.cases;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.settings.FundValues;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Pack;

/** What the fund is taken to have set in a case. */
final class CaseSettings {

  private CaseSettings() {}

  /** What the fund is taken to have set: the common values, with those of these keys. */
  static FundValues read(YamlMap map, Pack pack, FundValues common) {
    FundValues own =
        map.optional("settings")
            .flatMap(YamlNode::map)
            .map(keys -> FundValues.read(keys, pack))
            .orElse(FundValues.NONE);
    Map<String, Optional<BigDecimal>> values = new HashMap<>(common.parameters());
    Map<String, List<FundSettings.Change>> changes = new HashMap<>(common.changes());
    own.changes().keySet().forEach(values::remove);
    own.parameters().keySet().forEach(changes::remove);
    values.putAll(own.parameters());
    changes.putAll(own.changes());
    map.optional("without")
        .ifPresent(
            list ->
                list.items()
                    .forEach(
                        item ->
                            item.text()
                                .ifPresent(
                                    unset -> {
                                      values.remove(unset);
                                      changes.remove(unset);
                                    })));
    return new FundValues(values, changes);
  }

  /** The settings of a fund that set these values. */
  static FundSettings of(FundValues values) {
    return new FundSettings("", false, values.parameters(), values.changes(), Map.of(), "");
  }
}
