package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Population;

/** Reads the two files of a scheme, the country's and its own, into one pack. */
final class PackReader {

  private static final List<String> LATER =
      List.of("rights", "coverage", "limits", "programmes", "providers");
  private static final Map<String, Population.Basis> BASES = bases();

  private final PackId id;
  private final PackFiles files;
  private final Problems problems;

  /** False when a rule that cannot be read would show up as a gap besides. */
  private boolean everyRuleRead;

  private record Country(String code, Currency currency) {}

  private record Name(String fr, String en) {}

  PackReader(PackId id, PackFiles files, Problems problems) {
    this.id = id;
    this.files = files;
    this.problems = problems;
  }

  /**
   * The pack, when nothing makes it unusable.
   *
   * @param until day up to which every population needs a rule, or null for no such check
   */
  Optional<Pack> read(LocalDate until) {
    Optional<Country> country = file(PackId.COUNTRY_FILE).flatMap(this::country);
    Optional<YamlMap> scheme = file(id.schemeFile());
    if (country.isEmpty() || scheme.isEmpty()) {
      return Optional.empty();
    }
    return scheme(scheme.get(), country.get(), until);
  }

  private Optional<YamlMap> file(String name) {
    byte[] content = files.content(name);
    String path = id.folder() + "/" + name;
    if (content == null) {
      problems.error(path, 0, "the file is missing", "add it: " + id.meaning());
      return Optional.empty();
    }
    return YamlMap.parse(path, content, problems);
  }

  private Optional<Country> country(YamlMap map) {
    Optional<String> code = map.required("country").flatMap(n -> matching(n, "[A-Z]{2}", "BF"));
    Optional<Name> name = map.required("name").flatMap(PackReader::name);
    Optional<Currency> currency =
        map.required("currency").flatMap(YamlNode::map).flatMap(PackReader::currency);
    map.close();
    return name.flatMap(n -> code.flatMap(c -> currency.map(money -> new Country(c, money))));
  }

  private static Optional<Currency> currency(YamlMap map) {
    Optional<String> code = map.required("code").flatMap(n -> matching(n, "[A-Z]{3}", "XOF"));
    Optional<String> decimals = map.required("decimals").flatMap(n -> matching(n, "[0-4]", "0"));
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    map.close();
    return source.flatMap(
        s -> code.flatMap(c -> decimals.map(d -> new Currency(c, Integer.parseInt(d)))));
  }

  private Optional<Pack> scheme(YamlMap map, Country country, LocalDate until) {
    map.required("scheme").ifPresent(this::schemeName);
    Optional<Name> name = map.required("name").flatMap(PackReader::name);
    Optional<LocalDate> start = map.required("start").flatMap(YamlNode::firstOfMonth);
    Map<String, Population> populations =
        map.required("populations")
            .flatMap(YamlNode::map)
            .map(PackReader::populations)
            .orElse(Map.of());
    Map<String, YamlNode> places =
        map.required("parameters").flatMap(YamlNode::map).map(YamlMap::all).orElse(Map.of());
    Map<String, Parameter> parameters = parameters(places, country.currency());
    ContributionReader reader = new ContributionReader();
    List<LocatedRule> rules =
        map.required("contributions").map(list -> rules(list, reader)).orElse(List.of());
    Optional<DeclarationRule> declarations =
        map.required("declarations")
            .flatMap(
                n -> reader.declarations(n, declared(populations), start.orElse(LocalDate.MAX)));
    for (String key : LATER) {
      map.refuse(key, "this version knows contributions only", "remove it for now");
    }
    map.close();
    PackChecks checks = new PackChecks(country.currency(), places, parameters);
    checks.references(reader.references());
    checks.rules(rules, populations);
    if (everyRuleRead && start.isPresent()) {
      CoverageOfMonths coverage = new CoverageOfMonths(start.get(), until);
      map.required("populations").ifPresent(place -> coverage.check(populations, rules, place));
    }
    if (problems.hasErrors() || start.isEmpty() || name.isEmpty() || declarations.isEmpty()) {
      return Optional.empty();
    }
    checks.unused(reader.references());
    Pack pack =
        new Pack(
            id.text(),
            country.code(),
            name.get().fr(),
            name.get().en(),
            country.currency(),
            null,
            start.get(),
            Collections.unmodifiableMap(populations),
            Collections.unmodifiableMap(parameters),
            Map.of(),
            rules.stream().map(LocatedRule::rule).toList(),
            List.of(declarations.get()),
            List.of(),
            files.sha256());
    checks.floorsUnderCeilings(pack, rules);
    return problems.hasErrors() ? Optional.empty() : Optional.of(pack);
  }

  private static Set<String> declared(Map<String, Population> populations) {
    return populations.values().stream()
        .filter(population -> population.basis() == Population.Basis.DECLARED)
        .map(Population::id)
        .collect(Collectors.toSet());
  }

  private void schemeName(YamlNode node) {
    Optional<String> name = node.text();
    if (name.isPresent() && !name.get().equals(id.scheme())) {
      node.error(
          "'scheme' is '%s' in the file %s".formatted(name.get(), id.schemeFile()),
          "write 'scheme: " + id.scheme() + "', or rename the file");
    }
  }

  private static Map<String, Population> populations(YamlMap map) {
    Map<String, Population> populations = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : map.all().entrySet()) {
      entry
          .getValue()
          .map()
          .flatMap(keys -> population(entry.getKey(), keys))
          .ifPresent(p -> populations.put(p.id(), p));
    }
    return populations;
  }

  private static Optional<Population> population(String id, YamlMap map) {
    Optional<Population.Basis> basis = map.required("basis").flatMap(n -> n.oneOf(BASES));
    Optional<String> fr = map.required("fr").flatMap(YamlNode::text);
    Optional<String> en = map.required("en").flatMap(YamlNode::text);
    map.close();
    if (!id.matches("[a-z][a-z0-9_]*")) {
      map.error(
          "'" + id + "' cannot be the code of a population",
          "use small letters, digits and _, beginning with a letter");
    }
    return basis.flatMap(
        b ->
            fr.flatMap(
                f -> en.map(e -> new Population(id, b, f, e, Circumstances.NONE, List.of()))));
  }

  private static Map<String, Parameter> parameters(
      Map<String, YamlNode> places, Currency currency) {
    ParameterReader reader = new ParameterReader(currency);
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    places.forEach((name, node) -> reader.read(name, node).ifPresent(p -> parameters.put(name, p)));
    return parameters;
  }

  private List<LocatedRule> rules(YamlNode list, ContributionReader reader) {
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

  private static Optional<Name> name(YamlNode node) {
    Optional<YamlMap> keys = node.map();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> fr = keys.get().required("fr").flatMap(YamlNode::text);
    Optional<String> en = keys.get().required("en").flatMap(YamlNode::text);
    keys.get().close();
    return fr.flatMap(f -> en.map(e -> new Name(f, e)));
  }

  private static Optional<String> matching(YamlNode node, String pattern, String example) {
    Optional<String> text = node.text();
    if (text.isPresent() && !text.get().matches(pattern)) {
      node.error("'%s' is '%s'".formatted(node.path(), text.get()), "write it like " + example);
      return Optional.empty();
    }
    return text;
  }

  private static Map<String, Population.Basis> bases() {
    Map<String, Population.Basis> bases = new LinkedHashMap<>();
    for (Population.Basis basis : Population.Basis.values()) {
      bases.put(basis.name().toLowerCase(Locale.ROOT), basis);
    }
    return bases;
  }
}
