package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Fact;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Span;

/** Reads the populations of a scheme, and the facts that are told in words. */
final class PopulationReader {

  private static final Map<String, Population.Basis> BASES = Words.of(Population.Basis.values());
  private static final Map<String, Integer> TERMS = terms();
  private static final String NAME = "[a-z][a-z0-9_]*";
  private static final List<String> TAKEN =
      List.of(TableReader.CLASS, "value", "heads", "born", "base_salary", "employer_part");

  private final Map<String, List<String>> words = new LinkedHashMap<>();
  private final Map<String, LocalDate> since = new LinkedHashMap<>();

  /** The facts that are told in words, with their words, in the order of the file. */
  Map<String, List<String>> words() {
    return words;
  }

  /** The first month of those that the scheme did not have from its start. */
  Map<String, LocalDate> since() {
    return since;
  }

  /** Reads the facts that are told in words. */
  void facts(YamlMap map) {
    for (Map.Entry<String, YamlNode> entry : map.all().entrySet()) {
      String name = entry.getKey();
      if (!name.matches(NAME) || Fact.of(name).isPresent() || TAKEN.contains(name)) {
        entry
            .getValue()
            .error(
                "'" + name + "' cannot be the name of a fact",
                "use small letters, digits and _, and no name that has a meaning already");
      }
      List<String> own = new ArrayList<>();
      for (YamlNode item : entry.getValue().items()) {
        Optional<String> word = item.text();
        if (word.isPresent() && (!word.get().matches(NAME) || own.contains(word.get()))) {
          item.error(
              "'%s' is '%s'".formatted(item.path(), word.get()),
              "use words of small letters, digits and _, each once; 'any' stands for all of them");
        }
        word.ifPresent(own::add);
      }
      words.put(name, own);
    }
  }

  Map<String, Population> populations(YamlMap map) {
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

  private Optional<Population> population(String id, YamlMap map) {
    Optional<Population.Basis> basis = map.required("basis").flatMap(n -> n.oneOf(BASES));
    Optional<String> fr = map.required("fr").flatMap(YamlNode::text);
    Optional<String> en = map.required("en").flatMap(YamlNode::text);
    Circumstances facts =
        map.optional("facts").flatMap(YamlNode::map).map(this::fixed).orElse(Circumstances.NONE);
    map.optional("from").flatMap(YamlNode::firstOfMonth).ifPresent(day -> since.put(id, day));
    List<String> collectors = new ArrayList<>();
    map.optional("collectors")
        .ifPresent(list -> list.items().forEach(item -> item.text().ifPresent(collectors::add)));
    map.close();
    if (!id.matches(NAME)) {
      map.error(
          "'" + id + "' cannot be the code of a population",
          "use small letters, digits and _, beginning with a letter");
    }
    return basis.flatMap(
        b -> fr.flatMap(f -> en.map(e -> new Population(id, b, f, e, facts, collectors))));
  }

  /** Facts of all members. */
  private Circumstances fixed(YamlMap map) {
    Optional<String> row = map.optional(TableReader.CLASS).flatMap(YamlNode::text);
    Optional<Integer> term = map.optional(Fact.TERM.code()).flatMap(n -> n.oneOf(TERMS));
    SortedMap<String, String> told = new TreeMap<>();
    for (Map.Entry<String, List<String>> fact : words.entrySet()) {
      Map<String, String> possible = new LinkedHashMap<>();
      fact.getValue().forEach(word -> possible.put(word, word));
      map.optional(fact.getKey())
          .flatMap(n -> n.oneOf(possible))
          .ifPresent(word -> told.put(fact.getKey(), word));
    }
    map.close();
    return new Circumstances(
        null,
        null,
        row.orElse(null),
        Circumstances.UNKNOWN,
        Circumstances.UNKNOWN,
        term.orElse(0),
        null,
        null,
        told);
  }

  private static Map<String, Integer> terms() {
    Map<String, Integer> terms = new LinkedHashMap<>();
    for (Span span : Span.values()) {
      if (span.months() != 0) {
        terms.put(Integer.toString(span.months()), span.months());
      }
    }
    return terms;
  }
}
