package org.caisse.config.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.settings.FundValues;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Span;

/** Reads the file of cases of a pack. */
final class CaseReader {

  private static final Map<String, Payer> PAYERS = payers();
  private static final Map<String, Integer> OVER = over();
  private static final String NOTHING = "nothing";

  private final Pack pack;

  CaseReader(Pack pack) {
    this.pack = pack;
  }

  List<PackCase> read(YamlMap file) {
    FundValues common = CaseSettings.read(file, pack, FundValues.NONE);
    List<PackCase> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlNode item : file.required("cases").map(YamlNode::items).orElse(List.of())) {
      Optional<PackCase> read = item.map().flatMap(map -> one(map, item, common));
      if (read.isPresent() && !names.add(read.get().name())) {
        item.error(
            "there is an earlier case '%s'".formatted(read.get().name()), "give each its own name");
      }
      read.ifPresent(cases::add);
    }
    file.close();
    return cases;
  }

  private Optional<PackCase> one(YamlMap map, YamlNode place, FundValues common) {
    Optional<String> name = map.required("case").flatMap(YamlNode::text);
    Optional<LocalDate> month = map.required("month").flatMap(CaseReader::month);
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    FundValues settings = CaseSettings.read(map, pack, common);
    Optional<String> stops = map.optional("stops").flatMap(YamlNode::text);
    Optional<Question> question = question(map, stops.isPresent());
    map.close();
    if (name.isEmpty() || month.isEmpty() || source.isEmpty() || question.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PackCase(
            name.get(),
            month.get(),
            CaseSettings.of(settings),
            question.get(),
            stops.orElse(null),
            source.get(),
            place));
  }

  private Optional<Question> question(YamlMap map, boolean stops) {
    if (map.optional("table").isPresent()) {
      return found(map, stops);
    }
    if (map.optional("parameter").isPresent()) {
      return comes(map, stops);
    }
    Optional<String> population = map.required("population").flatMap(this::population);
    if (population.isEmpty()) {
      return Optional.empty();
    }
    if (map.optional("due").isPresent()) {
      return due(map, population.get());
    }
    if (map.optional("received").isPresent()) {
      return late(map, population.get());
    }
    return map.optional("funding").isPresent()
        ? borne(map, population.get())
        : owed(map, population.get(), stops);
  }

  private Optional<Question> owed(YamlMap map, String population, boolean stops) {
    CaseFacts facts = new CaseFacts(map, pack);
    int months = map.optional("over").flatMap(node -> node.oneOf(OVER)).orElse(1);
    Optional<YamlNode> gives = stops ? Optional.empty() : map.required("gives");
    Map<String, Long> owed =
        gives
            .filter(node -> !node.textOrNothing().equals(NOTHING))
            .flatMap(YamlNode::map)
            .map(this::owed)
            .orElse(null);
    if (!stops && gives.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Question.Owed(
            population, months, facts.payMinor(), facts.person(), facts.family(), owed));
  }

  private Map<String, Long> owed(YamlMap map) {
    Map<String, Long> owed = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(List.of("base", "total"));
    keys.addAll(PAYERS.keySet());
    for (String key : keys) {
      map.optional(key)
          .flatMap(node -> CaseFacts.minor(node, pack.currency()))
          .ifPresent(amount -> owed.put(key, amount));
    }
    PAYERS.keySet().forEach(payer -> owed.putIfAbsent(payer, 0L));
    map.close();
    return owed;
  }

  private Optional<Question> due(YamlMap map, String population) {
    int headcount = headcount(map);
    return map.required("due")
        .flatMap(YamlNode::date)
        .map(due -> new Question.Due(population, headcount, due));
  }

  private Optional<Question> late(YamlMap map, String population) {
    int headcount = headcount(map);
    Optional<LocalDate> received = map.required("received").flatMap(YamlNode::date);
    Optional<Long> contributions = amount(map, "contributions");
    Optional<Long> surcharge = amount(map, "surcharge");
    return received.flatMap(
        day ->
            contributions.flatMap(
                of ->
                    surcharge.map(
                        amount -> new Question.Late(population, headcount, day, of, amount))));
  }

  private Optional<Question> borne(YamlMap map, String population) {
    Optional<Payer> payer = map.required("funding").flatMap(node -> node.oneOf(PAYERS));
    Optional<Long> amount = amount(map, "amount");
    Optional<YamlNode> gives = map.required("gives");
    Map<String, Long> by =
        gives
            .filter(node -> !node.textOrNothing().equals(NOTHING))
            .flatMap(YamlNode::map)
            .map(this::byFunder)
            .orElse(null);
    return gives.flatMap(
        given ->
            payer.flatMap(p -> amount.map(whole -> new Question.Borne(population, p, whole, by))));
  }

  private Map<String, Long> byFunder(YamlMap map) {
    Map<String, Long> by = new LinkedHashMap<>();
    map.all()
        .forEach(
            (funder, node) ->
                CaseFacts.minor(node, pack.currency()).ifPresent(amount -> by.put(funder, amount)));
    return by;
  }

  private Optional<Question> found(YamlMap map, boolean stops) {
    CaseFacts facts = new CaseFacts(map, pack);
    Optional<String> table =
        map.required("table").flatMap(node -> known(node, pack.tables().keySet()));
    Optional<YamlMap> gives = gives(map, stops);
    Optional<BigDecimal> value = gives.flatMap(CaseReader::value);
    String row = gives.flatMap(g -> g.optional("class")).flatMap(YamlNode::text).orElse(null);
    gives.ifPresent(YamlMap::close);
    long pay = facts.payMinor();
    return !stops && value.isEmpty()
        ? Optional.empty()
        : table.map(name -> new Question.Found(name, pay, facts.person(), value.orElse(null), row));
  }

  private Optional<Question> comes(YamlMap map, boolean stops) {
    Optional<String> parameter =
        map.required("parameter").flatMap(node -> known(node, pack.parameters().keySet()));
    if (map.optional("gives").map(YamlNode::textOrNothing).orElse("").equals(NOTHING)) {
      return parameter.map(name -> new Question.Comes(name, null));
    }
    Optional<YamlMap> gives = gives(map, stops);
    Optional<BigDecimal> value = gives.flatMap(CaseReader::value);
    gives.ifPresent(YamlMap::close);
    return !stops && value.isEmpty()
        ? Optional.empty()
        : parameter.map(name -> new Question.Comes(name, value.orElse(null)));
  }

  private static Optional<YamlMap> gives(YamlMap map, boolean stops) {
    return stops ? Optional.empty() : map.required("gives").flatMap(YamlNode::map);
  }

  private static Optional<BigDecimal> value(YamlMap gives) {
    return gives.required("value").flatMap(YamlNode::number);
  }

  private Optional<Long> amount(YamlMap map, String key) {
    return map.required(key).flatMap(node -> CaseFacts.minor(node, pack.currency()));
  }

  private static int headcount(YamlMap map) {
    return map.optional("headcount")
        .flatMap(YamlNode::number)
        .map(BigDecimal::intValueExact)
        .orElse(DueTerms.UNKNOWN);
  }

  private Optional<String> population(YamlNode node) {
    return known(node, pack.populations().keySet());
  }

  private static Optional<String> known(YamlNode node, Set<String> names) {
    Map<String, String> possible = new LinkedHashMap<>();
    names.forEach(name -> possible.put(name, name));
    return node.oneOf(possible);
  }

  private static Optional<LocalDate> month(YamlNode node) {
    Optional<String> text = node.text();
    if (text.isPresent() && !text.get().matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
      node.error(
          "'%s' is '%s', which is not a month".formatted(node.path(), text.get()),
          "write year-month, such as 2024-04");
      return Optional.empty();
    }
    return text.map(month -> YearMonth.parse(month).atDay(1));
  }

  private static Map<String, Payer> payers() {
    Map<String, Payer> payers = new LinkedHashMap<>();
    for (Payer payer : Payer.values()) {
      payers.put(payer.name().toLowerCase(Locale.ROOT), payer);
    }
    return payers;
  }

  private static Map<String, Integer> over() {
    Map<String, Integer> over = new LinkedHashMap<>();
    for (Span span : Span.values()) {
      if (span.months() > 1) {
        over.put(span.name().toLowerCase(Locale.ROOT), span.months());
      }
    }
    return over;
  }
}
