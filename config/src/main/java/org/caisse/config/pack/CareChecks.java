package org.caisse.config.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.care.CareGroup;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CareLimit;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.CareScope;
import org.caisse.domain.care.CareWord;
import org.caisse.domain.care.Coverage;
import org.caisse.domain.care.Episode;
import org.caisse.domain.care.Programme;
import org.caisse.domain.care.RightRule;

/** What must fit between the parts of a law of care that were each read without error. */
final class CareChecks {

  private final CareLaw law;
  private final YamlMap map;
  private final Set<String> populations;
  private final List<String> payers;
  private final List<String> groups;

  /**
   * @param map of the file
   * @param populations of the scheme
   */
  CareChecks(CareLaw law, YamlMap map, Set<String> populations) {
    this.law = law;
    this.map = map;
    this.populations = populations;
    this.payers = law.payers().stream().map(CarePayer::id).toList();
    this.groups = law.groups().stream().map(CareGroup::id).toList();
  }

  void check() {
    names();
    benefits();
    rights();
    coverage();
    programmes();
    limits();
    claims();
  }

  private void error(String section, int row, String what, String todo) {
    YamlNode node = map.required(section).orElseThrow();
    (node.isList() && row >= 0 ? node.items().get(row) : node).error(what, todo);
  }

  private void known(String section, int row, String what, String word, Iterable<String> names) {
    Set<String> possible = new HashSet<>();
    names.forEach(possible::add);
    if (!possible.contains(word)) {
      error(
          section,
          row,
          "%s '%s' is not known".formatted(what, word),
          "write one of: " + String.join(", ", possible.stream().sorted().toList()));
    }
  }

  private void known(
      String section, int row, String what, List<String> words, Iterable<String> names) {
    words.forEach(word -> known(section, row, what, word, names));
  }

  private void scope(String section, int row, CareScope scope) {
    if (!scope.equals(CareScope.NONE)) {
      known(section, row, "group", scope.groups(), groups);
    }
  }

  private static List<String> ids(List<CareWord> words) {
    return words.stream().map(CareWord::id).toList();
  }

  /** Payers, programmes, limits and episodes are named once: consumption and shares name them. */
  private void names() {
    for (String section : List.of("payers", "levels", "places", "groups")) {
      map.required(section);
    }
    Set<String> seen = new HashSet<>();
    Stream.of(
            payers.stream(),
            law.programmes().stream().map(Programme::id),
            law.limits().stream().map(CareLimit::id),
            law.episodes().stream().map(Episode::id))
        .flatMap(names -> names)
        .filter(name -> !seen.add(name))
        .forEach(
            name ->
                map.error(
                    "'" + name + "' is the name of two payers, programmes, limits or episodes",
                    "give each its own"));
    Set<String> letters = new HashSet<>();
    law.groups().stream()
        .flatMap(group -> group.letters().stream())
        .filter(letter -> !letters.add(letter))
        .forEach(
            letter ->
                error("groups", -1, "letter '" + letter + "' is of two groups", "keep it in one"));
  }

  /** Of each population one row for each region, and one for all others. */
  private void benefits() {
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < law.benefits().size(); row++) {
      known("benefits", row, "population", law.benefits().get(row).populations(), populations);
      for (String population : law.benefits().get(row).populations()) {
        List<String> regions = new ArrayList<>(law.benefits().get(row).regions());
        if (regions.isEmpty()) {
          regions.add("");
        }
        for (String region : regions) {
          if (!seen.add(population + "/" + region)) {
            error(
                "benefits",
                row,
                "an earlier row says from when benefits are given to %s%s"
                    .formatted(population, region.isEmpty() ? "" : " in " + region),
                "keep one");
          }
        }
      }
    }
    for (String population : populations) {
      if (!seen.contains(population + "/")) {
        map.error(
            "no row of 'benefits' says from when benefits are given to " + population,
            "add one without regions, with a date or 'from: none'");
      }
    }
  }

  /** Each population has rights with a payer by one rule at most. */
  private void rights() {
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < law.rights().size(); row++) {
      RightRule rule = law.rights().get(row);
      known("rights", row, "payer", rule.payer(), payers);
      known("rights", row, "population", rule.populations(), populations);
      for (String population : rule.populations()) {
        if (!seen.add(rule.payer() + "/" + population)) {
          error(
              "rights",
              row,
              "an earlier rule says how %s has rights with %s".formatted(population, rule.payer()),
              "keep one");
        }
      }
    }
    for (String population : populations) {
      if (law.rights().stream().noneMatch(rule -> rule.populations().contains(population))) {
        map.error(
            "no rule of 'rights' is for population '" + population + "'",
            "add it to one: whoever contributes has rights, or a rule says why not");
      }
    }
  }

  /** Of each payer exactly one row applies to any group, status, place and level. */
  private void coverage() {
    for (int row = 0; row < law.coverage().size(); row++) {
      Coverage said = law.coverage().get(row);
      known("coverage", row, "payer", said.payer(), payers);
      List<String> possible = new ArrayList<>(populations);
      possible.add(Coverage.OTHERS);
      known("coverage", row, "population", said.populations(), possible);
      known("coverage", row, "group", said.groups(), groups);
      known("coverage", row, "status", said.statuses(), statuses());
      known("coverage", row, "place", said.places(), ids(law.places()));
      known("coverage", row, "level", said.levels(), ids(law.levels()));
    }
    payers.forEach(this::exactlyOne);
  }

  private List<String> statuses() {
    List<String> all = new ArrayList<>(ids(law.statuses()));
    all.add(CareLaw.NO_STATUS);
    return all;
  }

  private void exactlyOne(String payer) {
    for (String population : namedPopulations(payer)) {
      for (String group : groups) {
        for (String status : statuses()) {
          for (String place : ids(law.places())) {
            for (String level : ids(law.levels())) {
              List<Integer> rows = rows(payer, population, group, status, place, level);
              if (rows.size() != 1) {
                several(payer, rows, String.join(", ", population, group, status, place, level));
                return;
              }
            }
          }
        }
      }
    }
  }

  private Set<String> namedPopulations(String payer) {
    Set<String> named = new LinkedHashSet<>(List.of(Coverage.OTHERS));
    law.coverage().stream()
        .filter(row -> row.payer().equals(payer))
        .forEach(row -> named.addAll(row.populations()));
    return named;
  }

  private List<Integer> rows(
      String payer, String population, String group, String status, String place, String level) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < law.coverage().size(); row++) {
      Coverage said = law.coverage().get(row);
      if (said.payer().equals(payer) && said.applies(population, group, status, place, level)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private void several(String payer, List<Integer> rows, String where) {
    if (rows.isEmpty()) {
      map.error(
          "no row of 'coverage' says what %s pays of: %s".formatted(payer, where),
          "add one, with a rate or 'rate: none'");
    } else {
      error(
          "coverage",
          rows.get(1),
          "an earlier row says what %s pays of: %s".formatted(payer, where),
          "let one of them name other groups, statuses, places or levels");
    }
  }

  private void programmes() {
    for (int row = 0; row < law.programmes().size(); row++) {
      scope("programmes", row, law.programmes().get(row).covers());
      if (law.programmes().get(row).who().isEmpty()) {
        error("programmes", row, "nobody is in it", "say under 'for' whom it is for");
      }
    }
  }

  private void limits() {
    Set<String> all =
        Stream.concat(payers.stream(), law.programmes().stream().map(Programme::id))
            .collect(Collectors.toSet());
    for (int row = 0; row < law.limits().size(); row++) {
      CareLimit limit = law.limits().get(row);
      known("limits", row, "payer", limit.payers(), all);
      scope("limits", row, limit.covers());
      if (!limit.same().contains(CareLimit.Same.PERSON)
          && !limit.same().contains(CareLimit.Same.HOUSEHOLD)) {
        error("limits", row, "nobody’s care counts together", "name person or household in 'same'");
      }
    }
    for (int row = 0; row < law.episodes().size(); row++) {
      scope("episodes", row, law.episodes().get(row).opens());
      scope("episodes", row, law.episodes().get(row).covers());
    }
  }

  private void claims() {
    Set<String> all =
        Stream.concat(payers.stream(), law.programmes().stream().map(Programme::id))
            .collect(Collectors.toSet());
    known("claims", -1, "payer", law.claims().agreementPayers(), all);
    scope("claims", -1, law.claims().agreement());
    scope("claims", -1, law.claims().prescriber());
    scope("claims", -1, law.claims().referrer());
    law.claims()
        .payWithin()
        .forEach(row -> known("claims", -1, "level", row.levels(), ids(law.levels())));
  }
}
