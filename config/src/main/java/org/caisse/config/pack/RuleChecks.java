package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.pack.AbovePay;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Table;

/** What must fit between rules and populations. */
final class RuleChecks {

  private final Map<String, Population> populations;
  private final Map<String, Table> tables;

  RuleChecks(Map<String, Population> populations, Map<String, Table> tables) {
    this.populations = populations;
    this.tables = tables;
  }

  /** Rules name populations that exist, and let pay only those who can. */
  void contributions(List<LocatedRule> rules) {
    for (LocatedRule located : rules) {
      for (Population population : named(located.head())) {
        payers(located, population);
        pay(located, population);
        rows(located, population);
      }
    }
  }

  /** Rules on declarations name populations that are declared. */
  void declarations(List<DeclarationReader.Located> rules) {
    for (DeclarationReader.Located located : rules) {
      for (Population population : named(located.head())) {
        if (population.basis() != Population.Basis.DECLARED) {
          located
              .head()
              .place()
              .error(
                  "nobody declares '%s' (%s)"
                      .formatted(population.id(), Words.of(population.basis())),
                  "remove it from 'for', or correct the population's basis");
        }
      }
    }
  }

  /** Of each payer, population and month there is at most one key. */
  void funding(List<FundingReader.Located> keys) {
    List<FundingReader.Located> before = new ArrayList<>();
    for (FundingReader.Located located : keys) {
      named(located.head());
      for (FundingReader.Located other : before) {
        if (overlap(located, other)) {
          located
              .head()
              .place()
              .error(
                  "%s and %s share the same payer, population and months"
                      .formatted(other.head().name(), located.head().name()),
                  "change 'from' or 'to'");
        }
      }
      before.add(located);
    }
  }

  private static boolean overlap(FundingReader.Located one, FundingReader.Located other) {
    LocalDate later =
        one.head().from().isAfter(other.head().from()) ? one.head().from() : other.head().from();
    return one.key().payer() == other.key().payer()
        && one.head().populations().stream().anyMatch(other.head().populations()::contains)
        && one.head().on(later)
        && other.head().on(later);
  }

  /**
   * Rules that ask for what no file of this version says: their persons cannot be assessed by a run
   * yet, though the rules and their cases can be tried out.
   */
  void factsThatNoFileSays(List<LocatedRule> rules) {
    for (LocatedRule located : rules) {
      Set<String> missing = new LinkedHashSet<>();
      for (Population population : named(located.head())) {
        missing.addAll(
            new FactsOfRule(located.rule().amount(), tables).unknown(population.facts()));
      }
      if (!missing.isEmpty()) {
        located
            .place()
            .warning(
                "%s asks for %s of each person, which no file of this version says"
                    .formatted(located.head().name(), String.join(", ", missing)),
                "let populations fix it under 'facts' where that can be; a run stops at such a"
                    + " person");
      }
    }
  }

  private Collection<Population> named(DatedRule head) {
    List<Population> named = new ArrayList<>();
    for (String id : head.populations()) {
      Population population = populations.get(id);
      if (population == null) {
        head.place()
            .error(
                "%s is for '%s', which is not under 'populations'".formatted(head.name(), id),
                "write one of: " + String.join(", ", populations.keySet()));
      } else {
        named.add(population);
      }
    }
    return named;
  }

  private static String who(LocatedRule located, Population population) {
    return "rule '%s' is for %s (%s)"
        .formatted(located.rule().id(), population.id(), Words.of(population.basis()));
  }

  private static void payers(LocatedRule located, Population population) {
    Set<Payer> possible =
        switch (population.basis()) {
          case DECLARED -> Set.of(Payer.EMPLOYER, Payer.INSURED, Payer.STATE);
          case ENROLLED -> Set.of(Payer.INSURED, Payer.STATE);
          case STATE_FUNDED -> Set.of(Payer.STATE);
        };
    for (Payer payer : located.rule().amount().payers()) {
      if (!possible.contains(payer)) {
        located
            .place()
            .error(
                "%s, for whom no %s pays".formatted(who(located, population), Words.of(payer)),
                "give the share to another payer, or correct the population's basis");
      }
    }
  }

  private static void pay(LocatedRule located, Population population) {
    AbovePay above =
        switch (located.rule().amount()) {
          case Amount.Percent _ -> AbovePay.OWED;
          case Amount.PerHead perHead -> perHead.abovePay();
          case Amount.Premium premium -> premium.abovePay();
        };
    boolean ofPay =
        located.rule().amount() instanceof Amount.Percent percent
            && percent.base().notional() == null;
    if (population.basis() == Population.Basis.DECLARED) {
      return;
    }
    if (ofPay) {
      located
          .place()
          .error(
              who(located, population) + ", but nobody declares a pay to take a percentage of",
              "write 'amount: per_head', or correct the population's basis");
    } else if (above != AbovePay.OWED) {
      located
          .place()
          .error(
              who(located, population) + ", but nobody declares a pay that an amount could exceed",
              "remove 'above_pay'");
    }
  }

  /** A class that a population fixes is a row of every table with classes that its rules use. */
  private void rows(LocatedRule located, Population population) {
    String fixed = population.facts().incomeClass();
    for (Table table : new FactsOfRule(located.rule().amount(), tables).tables()) {
      for (Table.Version version : table.versions()) {
        boolean named = version.rows().getFirst().name() != null;
        if (fixed != null
            && named
            && version.rows().stream().noneMatch(row -> fixed.equals(row.name()))) {
          located
              .place()
              .error(
                  "population '%s' fixes class '%s', which is no row of table '%s' (%s)"
                      .formatted(population.id(), fixed, table.name(), version.from()),
                  "correct the class, or add the row");
        }
      }
    }
  }
}
