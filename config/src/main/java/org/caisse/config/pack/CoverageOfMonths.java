package org.caisse.config.pack;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.Population;

/** Every population has exactly one contribution rule for every month: no gap and no overlap. */
final class CoverageOfMonths {

  private final LocalDate start;
  private final LocalDate until;

  /**
   * @param start first period of the scheme
   * @param until day up to which there must be a rule, or null when the end does not matter (a
   *     replay years later)
   */
  CoverageOfMonths(LocalDate start, LocalDate until) {
    this.start = start;
    this.until = until;
  }

  void check(Map<String, Population> populations, List<LocatedRule> rules, YamlNode place) {
    for (String population : populations.keySet()) {
      List<LocatedRule> own =
          rules.stream()
              .filter(r -> r.rule().populations().contains(population))
              .sorted(Comparator.comparing(r -> r.rule().from()))
              .toList();
      if (own.isEmpty()) {
        place.error(
            "population '" + population + "' has no contribution rule",
            "add one, or add the population to the 'for' of one");
      } else {
        check(population, own);
      }
    }
  }

  private void check(String population, List<LocatedRule> rules) {
    LocalDate next = start;
    ContributionRule before = null;
    for (LocatedRule located : rules) {
      ContributionRule rule = located.rule();
      if (rule.from().isAfter(next)) {
        located
            .place()
            .error(
                "no rule for population '%s' from %s to %s"
                    .formatted(population, month(next), month(rule.from().minusMonths(1))),
                "let rule '%s' begin on %s, or add one for these months"
                    .formatted(rule.id(), next));
      } else if (rule.from().isBefore(next)) {
        located.place().error(early(population, rule, before), "change 'from' or 'to'");
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
              "no rule for population '%s' from %s on".formatted(population, month(next)),
              "remove the 'to' of rule '%s', or add the one that follows"
                  .formatted(rules.getLast().rule().id()));
    }
  }

  private String early(String population, ContributionRule rule, ContributionRule before) {
    return before == null
        ? "rule '%s' begins on %s, before the scheme's start %s"
            .formatted(rule.id(), rule.from(), start)
        : "population '%s' has two rules for %s: '%s' and '%s'"
            .formatted(population, month(rule.from()), before.id(), rule.id());
  }

  private static YearMonth month(LocalDate day) {
    return YearMonth.from(day);
  }
}
