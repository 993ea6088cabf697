package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caisse.config.pack.LawItems.Item;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.FundingKey;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Table;

/** All that a pack says, for all days, item by item, so that two versions can be compared. */
final class WholePack {

  private final Pack pack;
  private final Messages messages;
  private final LawText text;
  private final Map<String, Item> items = new LinkedHashMap<>();

  private WholePack(Law law, Language language) {
    this.pack = law.pack();
    this.messages = Messages.of(language);
    this.text = new LawText(law, language);
  }

  /** By name, in the order of the pack. */
  static Map<String, Item> of(Law law, Language language) {
    WholePack whole = new WholePack(law, language);
    whole.scheme();
    whole.parameters();
    whole.tables();
    whole.contributions();
    whole.declarations();
    whole.funding();
    CareItems.of(law, null, language)
        .forEach(
            item ->
                whole.items.put(
                    item.kind() + " " + item.name(), new Item(item.value(), item.source())));
    return whole.items;
  }

  private void put(String kind, String name, String value, String source) {
    items.put(messages.get("packs.diff." + kind) + " " + name, new Item(value, source));
  }

  private void scheme() {
    put("scheme", "start", pack.start().toString(), "");
    put("scheme", "currency", pack.currency().code(), "");
    for (Population population : pack.populations().values()) {
      String facts =
          population.facts().equals(Circumstances.NONE) ? "" : ", " + facts(population.facts());
      String collectors =
          population.collectors().isEmpty() ? "" : ", " + String.join("/", population.collectors());
      put(
          "population",
          population.id(),
          Words.of(population.basis()) + facts + collectors,
          population.nameFr() + " / " + population.nameEn());
    }
  }

  private static String facts(Circumstances facts) {
    Map<String, String> said = new LinkedHashMap<>(facts.words());
    if (facts.incomeClass() != null) {
      said.put(TableReader.CLASS, facts.incomeClass());
    }
    if (facts.termMonths() != 0) {
      said.put("term", Integer.toString(facts.termMonths()));
    }
    return said.toString();
  }

  private void parameters() {
    for (Parameter parameter : pack.parameters().values()) {
      if (parameter.setByFund()) {
        put(
            "fund",
            parameter.name(),
            parameter.unit() + ", " + text.bounds(parameter),
            parameter.note());
      }
      for (DatedValue value : parameter.values()) {
        put(
            "parameter",
            parameter.name() + " " + value.from(),
            text.quantity(value.quantity()) + " " + parameter.unit(),
            value.mark() + ", " + value.source());
      }
    }
  }

  private void tables() {
    for (Table table : pack.tables().values()) {
      for (Table.Version version : table.versions()) {
        for (Table.Row row : version.rows()) {
          put(
              "table",
              table.name() + " " + version.from() + ", " + text.row(row),
              text.quantity(row.value()) + " " + table.unit(),
              version.mark() + ", " + version.source());
        }
      }
    }
  }

  private void contributions() {
    for (ContributionRule rule : pack.contributions()) {
      put(
          "contribution",
          rule.id(),
          String.join("/", rule.populations().stream().sorted().toList())
              + ", "
              + months(rule.from(), rule.to())
              + ", "
              + new AmountText(rule.amount()).words(),
          rule.source());
      for (ContributionRule.Window window : rule.except()) {
        put(
            "contribution",
            rule.id() + " except " + window.from(),
            months(window.from(), window.to()),
            window.mark() + ", " + window.source());
      }
    }
  }

  private void declarations() {
    for (DeclarationRule rule : pack.declarations()) {
      for (String population : rule.populations().stream().sorted().toList()) {
        put(
            "declaration",
            population + " " + rule.from(),
            months(rule.from(), rule.to()) + ", " + text.due(rule),
            rule.source());
      }
    }
  }

  private void funding() {
    for (FundingKey key : pack.funding()) {
      StringBuilder parts = new StringBuilder(months(key.from(), key.to()));
      for (FundingKey.Funder funder : key.funders()) {
        parts.append(", ").append(funder.id()).append(' ');
        parts.append(funder.percent() == null ? "rest" : "$" + funder.percent());
      }
      put("funding", key.id() + " " + key.from(), parts.toString(), key.source());
    }
  }

  private static String months(LocalDate from, LocalDate to) {
    return from + " – " + (to == null ? "" : to.minusDays(1));
  }
}
