package org.caisse.config.pack;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.yaml.YamlNode;

/** Every population has exactly one rule of a kind for every month: no gap and no overlap. */
final class CoverageOfMonths {

  private final String kind;
  private final LocalDate start;
  private final Map<String, LocalDate> since;
  private final LocalDate until;

  /**
   * @param kind of the rules, for messages
   * @param start first period of the scheme
   * @param since first month of the populations that were added later
   * @param until day up to which there must be a rule, or null when the end does not matter (a
   *     replay years later)
   */
  CoverageOfMonths(String kind, LocalDate start, Map<String, LocalDate> since, LocalDate until) {
    this.kind = kind;
    this.start = start;
    this.since = since;
    this.until = until;
  }

  void check(Collection<String> populations, List<DatedRule> rules, YamlNode place) {
    for (String population : populations) {
      List<DatedRule> own =
          rules.stream()
              .filter(rule -> rule.populations().contains(population))
              .sorted(Comparator.comparing(DatedRule::from))
              .toList();
      if (own.isEmpty()) {
        place.error(
            "population '%s' has no %s rule".formatted(population, kind),
            "add one, or add the population to the 'for' of one");
      } else {
        check(population, own);
      }
    }
  }

  private void check(String population, List<DatedRule> rules) {
    LocalDate next = since.getOrDefault(population, start);
    DatedRule before = null;
    for (DatedRule rule : rules) {
      if (rule.from().isAfter(next)) {
        rule.place()
            .error(
                "no %s rule for population '%s' from %s to %s"
                    .formatted(kind, population, month(next), month(rule.from().minusMonths(1))),
                "let %s begin on %s, or add one for these months".formatted(rule.name(), next));
      } else if (rule.from().isBefore(before == null ? start : next)) {
        rule.place().error(early(population, rule, before), "change 'from' or 'to'");
      }
      LocalDate end = rule.to() == null ? LocalDate.MAX : rule.to();
      next = end.isAfter(next) ? end : next;
      before = rule;
    }
    if (until != null && !next.isAfter(until)) {
      rules
          .getLast()
          .place()
          .error(
              "no %s rule for population '%s' from %s on".formatted(kind, population, month(next)),
              "remove the 'to' of %s, or add the one that follows"
                  .formatted(rules.getLast().name()));
    }
  }

  private String early(String population, DatedRule rule, DatedRule before) {
    return before == null
        ? "%s begins on %s, before the scheme's start %s".formatted(rule.name(), rule.from(), start)
        : "population '%s' has two %s rules for %s: '%s' and '%s'"
            .formatted(population, kind, month(rule.from()), before.id(), rule.id());
  }

  private static YearMonth month(LocalDate day) {
    return YearMonth.from(day);
  }
}
