package org.caisse.config.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.care.BenefitStart;
import org.caisse.domain.care.DependantRules;
import org.caisse.domain.care.RightRule;

/** Reads who has rights, from when on, and with whom: the first part of the law of care. */
final class RightsReader {

  private static final Map<String, RightRule.Basis> BASES = Words.of(RightRule.Basis.values());
  private static final Map<String, DependantRules.Attachment> ATTACHMENTS =
      Words.of(DependantRules.Attachment.values());

  private final CareKeys keys;

  RightsReader(CareKeys keys) {
    this.keys = keys;
  }

  /** From when benefits are given. */
  List<BenefitStart> benefits(YamlMap care) {
    return keys.each(
        care,
        "benefits",
        map ->
            new BenefitStart(
                keys.list(map, "for"),
                keys.list(map, "regions"),
                map.required("from")
                    .filter(node -> !node.textOrNothing().equals("none"))
                    .flatMap(YamlNode::date)
                    .orElse(null),
                keys.text(map, "source")));
  }

  /** How rights open and close. */
  List<RightRule> rights(YamlMap care) {
    return keys.each(care, "rights", this::right);
  }

  private RightRule right(YamlMap map) {
    RightRule.Basis basis = keys.word(map, "basis", BASES);
    boolean status = basis == RightRule.Basis.STATUS;
    if (status) {
      map.refuse("for", "rights on a status are for whoever has it", "remove it");
    } else {
      map.refuse("status", "only 'basis: status' asks for one", "remove it");
    }
    return new RightRule(
        keys.text(map, "id"),
        keys.text(map, "payer"),
        status ? List.of() : map.required("for").map(keys::list).orElse(List.of()),
        basis,
        status ? keys.text(map, "status") : null,
        keys.delay(map, "waiting"),
        keys.delay(map, "suspension"),
        keys.delay(map, "survivors"),
        map.optional("lasts").isPresent() ? keys.delay(map, "lasts") : null,
        keys.word(map, "dependants", Words.either("not_insured", "insured")),
        keys.text(map, "source"));
  }

  /** Who is insured with a head of family. */
  DependantRules dependants(YamlMap care) {
    YamlMap map = care.required("dependants").flatMap(YamlNode::map).orElse(null);
    if (map == null) {
      return new DependantRules(DependantRules.Attachment.FIRST_DECLARER, List.of(), "");
    }
    List<DependantRules.Kind> kinds = new ArrayList<>();
    for (DependantRules.Relation relation : DependantRules.Relation.values()) {
      map.optional(Words.of(relation))
          .flatMap(YamlNode::map)
          .ifPresent(kind -> kinds.add(kind(relation, kind)));
    }
    DependantRules rules =
        new DependantRules(keys.word(map, "attach", ATTACHMENTS), kinds, keys.text(map, "source"));
    map.close();
    return rules;
  }

  private DependantRules.Kind kind(DependantRules.Relation relation, YamlMap map) {
    DependantRules.Kind kind =
        new DependantRules.Kind(
            relation,
            keys.bound(map, "most", ParameterUnit.PERSONS),
            keys.optional(map, "age_below", ParameterUnit.YEARS),
            keys.optional(map, "student_below", ParameterUnit.YEARS),
            map.optional("disabled")
                .flatMap(node -> node.oneOf(Words.either("by_age", "always")))
                .orElse(false),
            map.optional("uncovered")
                .flatMap(node -> node.oneOf(Words.either("any", "only")))
                .orElse(false));
    map.close();
    return kind;
  }
}
