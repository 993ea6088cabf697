package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.CollectionRule;

/** Reads how what is owed and not paid is followed up. */
final class CollectionReader {

  private final References references;
  private final LocalDate start;

  /**
   * @param start first period of the scheme
   */
  CollectionReader(References references, LocalDate start) {
    this.references = references;
    this.start = start;
  }

  /** The rule; empty when it cannot be read. */
  Optional<CollectionRule> read(YamlNode place) {
    return place.map().flatMap(map -> rule(map, place));
  }

  private Optional<CollectionRule> rule(YamlMap map, YamlNode place) {
    Optional<DatedRule> head = DatedRule.read(map, place, Set.of(), start);
    String first = bound(map, "first_reminder", ParameterUnit.DAYS);
    String second = bound(map, "second_reminder", ParameterUnit.DAYS);
    String notice = bound(map, "formal_notice", ParameterUnit.DAYS);
    String reminderFrom = bound(map, "reminder_from", ParameterUnit.AMOUNT);
    String noticeFrom = bound(map, "notice_from", ParameterUnit.AMOUNT);
    String noticeDelay = bound(map, "notice_delay", ParameterUnit.DAYS);
    String tolerance = bound(map, "plan_tolerance", ParameterUnit.DAYS);
    String prescription = bound(map, "prescription", ParameterUnit.MONTHS);
    String certificate = bound(map, "certificate", ParameterUnit.DAYS);
    map.close();
    return head.map(
        said ->
            new CollectionRule(
                first,
                second,
                notice,
                reminderFrom,
                noticeFrom,
                noticeDelay,
                tolerance,
                prescription,
                certificate,
                said.source(),
                said.citation()));
  }

  /** The parameter under a key; null for none. */
  private String bound(YamlMap map, String key, ParameterUnit unit) {
    return map.required(key).flatMap(node -> references.bound(node, unit, start)).orElse(null);
  }
}
