package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.FundingKey;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Table;
import org.caisse.domain.pack.UnsetParameterException;

/** What is in force on a day, item by item, so that two days can be compared. */
final class LawItems {

  private final Law law;
  private final LocalDate day;
  private final LocalDate month;
  private final Messages messages;
  private final Amounts amounts;
  private final LawText text;
  private final Map<String, Item> items = new LinkedHashMap<>();

  /**
   * What a law says of something.
   *
   * @param value what is compared
   * @param source where it was read; compared too
   */
  record Item(String value, String source) {}

  private LawItems(Law law, LocalDate day, Language language) {
    this.law = law;
    this.day = day;
    this.month = day.withDayOfMonth(1);
    this.messages = Messages.of(language);
    this.amounts = new Amounts(language, law.pack().currency());
    this.text = new LawText(law, language);
  }

  /** By name, in the order of the pack. */
  static Map<String, Item> on(Law law, LocalDate day, Language language) {
    LawItems all = new LawItems(law, day, language);
    all.parameters();
    all.tables();
    all.contributions();
    all.declarations();
    all.funding();
    all.care();
    return all.items;
  }

  private void put(String kind, String name, String value, String source) {
    items.put(messages.get("packs.diff." + kind) + " " + name, new Item(value, source));
  }

  private void parameters() {
    for (Parameter parameter : law.pack().parameters().values()) {
      String name = parameter.name();
      if (parameter.setByFund()) {
        put(
            "fund",
            name,
            text.fundValue(parameter, day) + " " + parameter.unit(),
            text.bounds(parameter) + "; " + parameter.note());
      } else {
        Optional<DatedValue> value = parameter.on(day);
        Optional<String> number = law.value(name, day).map(amounts::decimal);
        if (value.isPresent() && number.isPresent()) {
          put("parameter", name, number.get() + " " + parameter.unit(), source(value.get()));
        }
      }
    }
  }

  private static String source(DatedValue value) {
    return value.from() + ", " + value.mark() + ", " + value.source();
  }

  private void tables() {
    for (Table table : law.pack().tables().values()) {
      Optional<Table.Version> version = table.on(day);
      if (version.isPresent()) {
        for (Table.Row row : version.get().rows()) {
          put(
              "table",
              table.name() + ", " + text.row(row),
              text.quantity(row.value()) + " " + table.unit(),
              version.get().from() + ", " + version.get().mark() + ", " + version.get().source());
        }
      }
    }
  }

  private void contributions() {
    Pack pack = law.pack();
    for (Population population : pack.populations().values()) {
      pack.contribution(population.id(), month)
          .ifPresent(
              rule -> put("contribution", population.id(), terms(population.id()), rule.source()));
    }
  }

  private String terms(String population) {
    try {
      ContributionTerms terms = law.contribution(population, month).orElseThrow();
      TermsText.Cells cells = new TermsText(messages, amounts).cells(terms);
      List<String> words = new ArrayList<>();
      word(words, "employer", cells.employer());
      word(words, "insured", cells.insured());
      word(words, "state", cells.state());
      word(words, "floor", cells.floor());
      word(words, "ceiling", cells.ceiling());
      words.addAll(cells.remarks());
      if (law.pack().contribution(population, month).orElseThrow().exempts(month)) {
        words.add(messages.get("packs.exempt"));
      }
      return String.join(", ", words);
    } catch (UnsetParameterException e) {
      return messages.get("packs.unset.rule", e.parameter());
    }
  }

  private void word(List<String> words, String column, String cell) {
    if (!cell.isEmpty() && !cell.equals(TermsText.NOTHING)) {
      words.add(messages.get("packs.col." + column) + " " + cell);
    }
  }

  /** Due days of the month itself would differ on any two days: only how they are found counts. */
  private void declarations() {
    for (DeclarationRule rule : law.pack().declarations()) {
      for (String population : rule.populations().stream().sorted().toList()) {
        if (rule.on(population, month)) {
          put("declaration", population, text.due(rule, day), rule.source());
        }
      }
    }
  }

  /** Care has no say before its law begins. */
  private void care() {
    if (law.pack().care() != null && !day.isBefore(law.pack().care().start())) {
      CareItems.of(law, day, messages.language())
          .forEach(
              item ->
                  items.put(
                      item.kind() + " " + item.name(), new Item(item.value(), item.source())));
    }
  }

  private void funding() {
    for (FundingKey key : law.pack().funding()) {
      for (String population : key.populations().stream().sorted().toList()) {
        if (key.on(population, month)) {
          put(
              "funding",
              Words.of(key.payer()) + ", " + population,
              text.funding(key, population, month),
              key.source());
        }
      }
    }
  }
}
