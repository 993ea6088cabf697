package org.caisse.config.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.care.CareScope;
import org.caisse.domain.care.ClaimRule;
import org.caisse.domain.claim.ReductionCode;

/** Reads what is asked of invoices. */
final class ClaimRuleReader {

  private static final Map<String, ReductionCode> CODES = Words.of(ReductionCode.values());
  private static final ClaimRule NOTHING =
      new ClaimRule(
          null,
          CareScope.NONE,
          List.of(),
          CareScope.NONE,
          CareScope.NONE,
          false,
          false,
          List.of(),
          List.of(),
          "");

  private final CareKeys keys;
  private final Map<String, Bearer> bearers;

  ClaimRuleReader(CareKeys keys, Map<String, Bearer> bearers) {
    this.keys = keys;
    this.bearers = bearers;
  }

  ClaimRule read(YamlMap care) {
    return care.required("claims").flatMap(YamlNode::map).map(this::claims).orElse(NOTHING);
  }

  private ClaimRule claims(YamlMap map) {
    ClaimRule rule =
        new ClaimRule(
            keys.bound(map, "filing", ParameterUnit.DAYS),
            keys.scope(map, "agreement"),
            map.required("agreement_payers").map(keys::list).orElse(List.of()),
            keys.scope(map, "prescriber"),
            keys.scope(map, "referrer"),
            map.required("substitution").flatMap(YamlNode::truth).orElse(false),
            keys.word(map, "not_contracted", Words.either("refused", "paid_back")),
            bearers(map),
            keys.each(
                map,
                "pay_within",
                row ->
                    new ClaimRule.PayWithin(
                        keys.list(row, "level"), keys.parameter(row, "days", ParameterUnit.DAYS))),
            keys.text(map, "source"));
    map.close();
    return rule;
  }

  private List<ClaimRule.BearerOf> bearers(YamlMap map) {
    List<ClaimRule.BearerOf> all = new ArrayList<>();
    Map<String, YamlNode> entries =
        map.optional("bearers")
            .flatMap(YamlNode::map)
            .map(YamlMap::all)
            .orElse(new LinkedHashMap<>());
    entries.forEach(
        (code, node) -> {
          if (!CODES.containsKey(code)) {
            node.error(
                "'" + code + "' is no reason for a reduction",
                "write one of: " + String.join(", ", CODES.keySet()));
          }
          node.oneOf(bearers).ifPresent(who -> all.add(new ClaimRule.BearerOf(code, who)));
        });
    return all;
  }
}
