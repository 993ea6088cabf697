package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.care.CareGroup;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.CareWord;
import org.caisse.domain.care.Coverage;
import org.caisse.domain.care.Episode;
import org.caisse.domain.care.OnRefusal;
import org.caisse.domain.care.PaysOn;
import org.caisse.domain.care.Programme;

/** Reads {@code care.yaml}: what the law of a country says of care. */
final class CareReader {

  private static final Map<String, PaysOn> PAYS_ON = Words.of(PaysOn.values());
  private static final Map<String, OnRefusal> ON_REFUSAL = Words.of(OnRefusal.values());
  private static final Map<String, Bearer> BEARERS = Words.of(Bearer.values());
  private static final Map<String, String> SEXES = Map.of("M", "M", "F", "F");

  private final CareKeys keys;
  private final LocalDate start;
  private final List<String> parameters;

  /**
   * @param start first day of care of which the file speaks
   * @param parameters names of those that stand in the file
   */
  CareReader(References references, LocalDate start, List<String> parameters) {
    this.keys = new CareKeys(references, start);
    this.start = start;
    this.parameters = parameters;
  }

  /** The law of care; its start and parameters were read before. */
  CareLaw read(YamlMap care) {
    RightsReader rights = new RightsReader(keys);
    CareLaw law =
        new CareLaw(
            start,
            parameters,
            rights.benefits(care),
            rights.rights(care),
            rights.dependants(care),
            keys.named(care, "levels", this::word),
            keys.named(care, "places", this::word),
            keys.named(care, "statuses", this::word),
            keys.named(care, "groups", this::group),
            keys.each(care, "payers", this::payer),
            keys.each(care, "programmes", this::programme),
            keys.each(care, "coverage", this::coverage),
            keys.each(care, "limits", new LimitReader(keys)::limit),
            keys.each(care, "episodes", this::episode),
            new ClaimRuleReader(keys, BEARERS).read(care));
    care.close();
    return law;
  }

  private CareWord word(String id, YamlMap map) {
    return new CareWord(id, keys.text(map, "fr"), keys.text(map, "en"));
  }

  private CareGroup group(String id, YamlMap map) {
    return new CareGroup(id, keys.text(map, "fr"), keys.text(map, "en"), keys.list(map, "letters"));
  }

  private CarePayer payer(YamlMap map) {
    return new CarePayer(
        keys.text(map, "id"),
        keys.text(map, "fr"),
        keys.text(map, "en"),
        keys.word(map, "kind", Words.of(CarePayer.Kind.values())),
        keys.word(map, "pays_on", PAYS_ON),
        keys.word(map, "refusal", ON_REFUSAL),
        keys.word(map, "excess", BEARERS),
        keys.funders(map),
        keys.text(map, "source"));
  }

  private Programme programme(YamlMap map) {
    return new Programme(
        keys.text(map, "id"),
        keys.text(map, "fr"),
        keys.text(map, "en"),
        map.required("from").flatMap(YamlNode::date).orElse(start),
        map.optional("to").flatMap(YamlNode::date).orElse(null),
        keys.word(map, "rank", Words.of(Programme.Rank.values())),
        keys.each(map, "for", this::who),
        keys.scope(map, "covers"),
        keys.parameter(map, "rate", ParameterUnit.PERCENT),
        keys.word(map, "pays_on", PAYS_ON),
        keys.word(map, "refusal", ON_REFUSAL),
        keys.word(map, "excess", BEARERS),
        keys.word(map, "compensation", Words.of(Programme.Compensation.values())),
        keys.funders(map),
        keys.text(map, "source"));
  }

  private Programme.Who who(YamlMap map) {
    String below = keys.optional(map, "age_below", ParameterUnit.YEARS);
    String atMost = keys.optional(map, "age_at_most", ParameterUnit.YEARS);
    if (below != null && atMost != null) {
      map.error("an age has two ends", "keep age_below ('under 5') or age_at_most ('at most 5')");
    }
    return new Programme.Who(
        keys.optional(map, "age_from", ParameterUnit.YEARS),
        below,
        atMost,
        map.optional("sex").flatMap(node -> node.oneOf(SEXES)).orElse(null),
        keys.textOrNull(map, "status"),
        keys.list(map, "affections"));
  }

  private Coverage coverage(YamlMap map) {
    return new Coverage(
        keys.text(map, "payer"),
        keys.list(map, "for"),
        keys.list(map, "care"),
        keys.list(map, "status"),
        keys.list(map, "place"),
        keys.list(map, "level"),
        keys.bound(map, "rate", ParameterUnit.PERCENT),
        keys.optional(map, "patient_first", ParameterUnit.AMOUNT),
        keys.text(map, "source"));
  }

  private Episode episode(YamlMap map) {
    return new Episode(
        keys.text(map, "id"),
        keys.text(map, "fr"),
        keys.text(map, "en"),
        keys.scope(map, "opens"),
        keys.scope(map, "covers"),
        keys.parameter(map, "days", ParameterUnit.DAYS),
        keys.word(map, "provider", Words.either("any", "same")),
        keys.text(map, "source"));
  }
}
