package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.CollectionRule;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.PaymentRule;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Table;

/** Reads a scheme: first the names that its rules use, then the rules, then what must fit. */
final class SchemeReader {

  private static final List<String> LATER =
      List.of("rights", "dependants", "benefits", "coverage", "limits", "programmes", "payers");

  private final PackId id;
  private final YamlMap map;
  private final YamlMap careMap;
  private final CountryReader.Country country;
  private final Currency currency;
  private final Problems problems;
  private final References references;
  private final PopulationReader people = new PopulationReader();

  private Optional<Name> name = Optional.empty();
  private Optional<LocalDate> start = Optional.empty();
  private Map<String, Population> populations = Map.of();
  private Map<String, Parameter> parameters = Map.of();
  private Map<String, Table> tables = Map.of();
  private List<LocatedRule> contributions = List.of();
  private Optional<List<DeclarationReader.Located>> declarations = Optional.empty();
  private List<FundingReader.Located> funding = List.of();
  private Optional<PaymentRule> payments = Optional.empty();
  private Optional<CollectionRule> collection = Optional.empty();
  private CareLaw care;

  /** Where each parameter and table stands. */
  private final Map<String, YamlNode> places = new LinkedHashMap<>();

  /** False when a rule that cannot be read would show up as a gap besides. */
  private boolean everyRuleRead;

  /**
   * @param care the file of the law of care, or null
   */
  SchemeReader(
      PackId id, YamlMap map, CountryReader.Country country, YamlMap care, Problems problems) {
    this.id = id;
    this.map = map;
    this.careMap = care;
    this.country = country;
    this.currency = country.currency().now();
    this.problems = problems;
    this.references = new References(currency);
  }

  /**
   * The pack, when nothing makes it unusable.
   *
   * @param until day up to which every population needs a rule, or null for no such check
   * @param sha256 of the files
   */
  Optional<Pack> read(LocalDate until, String sha256) {
    names();
    rules();
    care();
    for (String key : LATER) {
      map.refuse(key, "what the law says of care has a file of its own", "write it into care.yaml");
    }
    map.close();
    PackChecks checks = new PackChecks(currency, places, parameters, tables);
    checks.references(references.all());
    checks.circles();
    RuleChecks ruleChecks = new RuleChecks(populations, tables);
    ruleChecks.contributions(contributions);
    ruleChecks.declarations(declarations.orElse(List.of()));
    ruleChecks.funding(funding);
    coverage(until);
    if (problems.hasErrors() || start.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    checks.unused(references.all());
    ruleChecks.factsThatNoFileSays(contributions);
    Pack pack = pack(sha256);
    numbers(pack);
    return problems.hasErrors() ? Optional.empty() : Optional.of(pack);
  }

  private void names() {
    map.required("scheme").ifPresent(this::schemeName);
    name = map.required("name").flatMap(Name::read);
    start = map.required("start").flatMap(YamlNode::firstOfMonth);
    map.optional("facts").flatMap(YamlNode::map).ifPresent(people::facts);
    populations =
        map.required("populations")
            .flatMap(YamlNode::map)
            .map(people::populations)
            .orElse(Map.of());
    parameters =
        named(
            map.required("parameters"), new ParameterReader(country.currency(), references)::read);
    tables =
        named(
            map.optional("tables"),
            new TableReader(country.currency(), references, people.words())::read);
  }

  /** What the country's file says of care: its parameters join those of the scheme. */
  private void care() {
    if (careMap == null) {
      return;
    }
    Optional<LocalDate> from = careMap.required("start").flatMap(YamlNode::date);
    Map<String, Parameter> own =
        named(
            careMap.required("parameters"),
            new ParameterReader(country.currency(), references)::read);
    Map<String, Parameter> both = new LinkedHashMap<>(parameters);
    both.putAll(own);
    parameters = both;
    care =
        new CareReader(references, from.orElse(LocalDate.MAX), List.copyOf(own.keySet()))
            .read(careMap);
    if (!problems.hasErrors()) {
      new CareChecks(care, careMap, populations.keySet()).check();
    }
  }

  private void schemeName(YamlNode node) {
    Optional<String> text = node.text();
    if (text.isPresent() && !text.get().equals(id.scheme())) {
      node.error(
          "'scheme' is '%s' in the file %s".formatted(text.get(), id.schemeFile()),
          "write 'scheme: " + id.scheme() + "', or rename the file");
    }
  }

  /** What stands under names: parameters and tables share them. */
  private <T> Map<String, T> named(
      Optional<YamlNode> node, BiFunction<String, YamlNode, Optional<T>> read) {
    Map<String, T> found = new LinkedHashMap<>();
    Map<String, YamlNode> entries = node.flatMap(YamlNode::map).map(YamlMap::all).orElse(Map.of());
    entries.forEach(
        (key, place) -> {
          if (places.putIfAbsent(key, place) != null) {
            place.error(
                "'%s' is the name of two parameters or tables".formatted(key),
                "give one of the two another name");
          }
          read.apply(key, place).ifPresent(value -> found.put(key, value));
        });
    return found;
  }

  private void rules() {
    contributions = map.required("contributions").map(this::contributions).orElse(List.of());
    Set<String> declared = declared();
    Optional<YamlNode> due =
        declared.isEmpty() ? map.optional("declarations") : map.required("declarations");
    DeclarationReader reader =
        new DeclarationReader(
            currency,
            references,
            declared,
            start.orElse(LocalDate.MAX),
            country.workingDays() != null);
    declarations = due.flatMap(reader::read);
    payments =
        map.optional("payments")
            .flatMap(new PaymentReader(references, start.orElse(LocalDate.MAX))::read);
    collection =
        map.optional("collection")
            .flatMap(new CollectionReader(references, start.orElse(LocalDate.MAX))::read);
    funding = map.optional("funding").map(new FundingReader(references)::read).orElse(List.of());
  }

  private List<LocatedRule> contributions(YamlNode list) {
    ContributionReader reader = new ContributionReader(references);
    List<LocatedRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<YamlNode> items = list.items();
    for (YamlNode item : items) {
      Optional<LocatedRule> read = reader.read(item);
      if (read.isPresent() && !ids.add(read.get().rule().id())) {
        item.error(
            "there is an earlier rule with the id '" + read.get().rule().id() + "'",
            "give each rule its own: explanations and files name it");
      }
      read.ifPresent(rules::add);
    }
    everyRuleRead = rules.size() == items.size();
    return rules;
  }

  private Set<String> declared() {
    return populations.values().stream()
        .filter(population -> population.basis() == Population.Basis.DECLARED)
        .map(Population::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void coverage(LocalDate until) {
    if (start.isEmpty()) {
      return;
    }
    YamlNode place = map.required("populations").orElse(null);
    if (everyRuleRead && place != null) {
      new CoverageOfMonths("contribution", start.get(), people.since(), until)
          .check(
              populations.keySet(), contributions.stream().map(LocatedRule::head).toList(), place);
    }
    if (declarations.isPresent() && place != null) {
      new CoverageOfMonths("declaration", start.get(), people.since(), until)
          .check(
              declared(),
              declarations.get().stream().map(DeclarationReader.Located::head).toList(),
              place);
    }
  }

  private Pack pack(String sha256) {
    return new Pack(
        id.text(),
        country.code(),
        name.orElseThrow().fr(),
        name.orElseThrow().en(),
        currency,
        country.workingDays(),
        start.orElseThrow(),
        Collections.unmodifiableMap(populations),
        Collections.unmodifiableMap(parameters),
        Collections.unmodifiableMap(tables),
        contributions.stream().map(LocatedRule::rule).toList(),
        declarations.orElse(List.of()).stream().map(DeclarationReader.Located::rule).toList(),
        funding.stream().map(FundingReader.Located::key).toList(),
        payments.orElse(null),
        collection.orElse(null),
        care,
        sha256);
  }

  private void numbers(Pack pack) {
    for (Objection objection : LawChecks.of(pack)) {
      place(objection).error(objection.what(), objection.todo());
    }
  }

  private YamlNode place(Objection objection) {
    return switch (objection.subject()) {
      case TABLE -> places.get(objection.id());
      case CONTRIBUTION ->
          contributions.stream()
              .map(LocatedRule::head)
              .filter(head -> head.id().equals(objection.id()))
              .findFirst()
              .orElseThrow()
              .place();
      case DECLARATION ->
          declarations.orElseThrow().get(Integer.parseInt(objection.id())).head().place();
      case FUNDING ->
          funding.stream()
              .map(FundingReader.Located::head)
              .filter(head -> head.id().equals(objection.id()))
              .findFirst()
              .orElseThrow()
              .place();
    };
  }
}
