package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.caisse.app.month.NaiveMoney.Came;
import org.caisse.app.month.NaiveMoney.Decided;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.withdrawal.FileWithdrawal;

/** What happened in a history of money, as who made it up knows it. */
final class MoneyFacts {

  static final List<String> EMPLOYERS = List.of("E000001", "E000002", "E000003");
  static final List<LocalDate> MONTHS = List.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));

  /** The numbers of one person; the others are one each. */
  static final List<String> TWICE = List.of("P4", "P5");

  /** A receipt, to whom its text points, to whom it belongs, and what became of it. */
  static final class Receipt {
    String ref;
    LocalDate on;
    long minor;
    String named;
    String owner;
    LocalDate month;
    boolean takenBack;
    boolean returned;
    boolean byHand;
  }

  record Declared(Path file, LocalDate on) {}

  /** A decision by two persons. */
  record ByTwo(String kind, Decided what, String employer) {}

  final List<Receipt> receipts = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  final List<Declared> declared = new ArrayList<>();
  final List<Declared> withdrawn = new ArrayList<>();
  final List<ByTwo> decided = new ArrayList<>();
  boolean merged;

  /** A fund with few employers and persons, so that a run takes no time. */
  static LoadedFund fund(Path folder) {
    LoadedFund fund = LoadedFund.empty(folder, "bf-amu");
    Path registry = fund.workspace().inbox().getParent().resolve("registry");
    Typed.registry(
        registry,
        "ogds.csv",
        "ogd;name;valid_from;valid_to",
        List.of("CNSS;Caisse nationale de sécurité sociale;2024-01-01;"));
    Typed.registry(
        registry,
        "employers.csv",
        "employer;name;population;ogd;valid_from;valid_to",
        EMPLOYERS.stream()
            .map(no -> no + ";Boulangerie;salaried_private;CNSS;2024-01-01;")
            .toList());
    Typed.registry(
        registry,
        "persons.csv",
        "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to",
        List.of("P1", "P2", "P3", "P4", "P5").stream()
            .map(no -> no + ";SANOU;Awa " + no + ";1985-06-12;F;;;2024-01-01;")
            .toList());
    ask(fund, RegistryLoad.NAME, Map.of("date", "2026-01-02", "file", registry.toString()));
    return fund;
  }

  private static void ask(LoadedFund fund, String job, Map<String, String> given) {
    Map<String, List<String>> parameters = new TreeMap<>();
    given.forEach((name, value) -> parameters.put(name, List.of(value)));
    RunOutcome outcome = fund.run(FailPoint.NONE, job, parameters);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  static void assess(LoadedFund fund, LocalDate day) {
    for (LocalDate month : MONTHS) {
      ask(
          fund,
          ContributionAssessment.NAME,
          Map.of("period", month.toString().substring(0, 7), "date", day.toString()));
    }
  }

  static void withdraw(LoadedFund fund, Declared one, LocalDate day) {
    String file =
        fund.sql()
            .sql("SELECT file_id::text FROM file WHERE name = ?")
            .param(one.file().getFileName().toString())
            .query(String.class)
            .single();
    ask(
        fund,
        FileWithdrawal.NAME,
        Map.of("file", file, "reason", "erreur", "date", day.toString()));
  }

  /** Says that two numbers are one person, or are not, after all. */
  static void merge(LoadedFund fund, boolean merges, LocalDate day) {
    ask(
        fund,
        PersonDecision.NAME,
        Map.of(
            "kind",
            merges ? "merge" : "unmerge",
            "keep",
            TWICE.getFirst(),
            "drop",
            TWICE.getLast(),
            "by",
            "Awa",
            "reason",
            "acte",
            "date",
            day.toString()));
  }

  static void settleByHand(Money money, Receipt one, LocalDate day) {
    List<String> said =
        new ArrayList<>(List.of("receipt", money.receiptNo(one.ref), "employer", one.owner));
    if (one.month != null) {
      said.addAll(List.of("period", one.month.toString().substring(0, 7)));
    }
    money.decide(day, "settle", "Awa", said.toArray(String[]::new));
  }

  static void decide(Money money, ByTwo one) {
    Decided what = one.what();
    List<String> said =
        new ArrayList<>(List.of("employer", one.employer(), "amount", Long.toString(what.minor())));
    if (what.month() != null) {
      said.addAll(
          List.of(
              "period",
              what.month().toString().substring(0, 7),
              "component",
              what.component().toLowerCase(Locale.ROOT)));
    }
    money.decideByTwo(what.on(), one.kind(), said.toArray(String[]::new));
  }

  /** Who is named has it once accounts are settled, unless a person said otherwise. */
  void matched() {
    for (Receipt one : receipts) {
      if (one.owner == null && !one.takenBack && !one.returned) {
        one.owner = one.named;
      }
    }
  }

  List<Came> cameTo(String employer) {
    return receipts.stream()
        .filter(one -> employer.equals(one.owner) && !one.returned)
        .map(one -> new Came(one.ref, one.on, one.minor, one.month))
        .toList();
  }

  List<Decided> decidedOf(String employer) {
    return decided.stream()
        .filter(one -> one.employer().equals(employer))
        .map(ByTwo::what)
        .toList();
  }

  /** What is at the bank. */
  long atBank() {
    return receipts.stream().filter(one -> !one.returned).mapToLong(one -> one.minor).sum();
  }

  /**
   * The accounts that the same facts leave, all of them before anything is assessed or settled, and
   * in another order.
   *
   * @return empty when a refund that was allowed once asks for more than waits in the end
   */
  Optional<Map<String, Map<String, Long>>> atOnce(Path folder, Random random, LocalDate day) {
    try (LoadedFund other = fund(folder)) {
      Money there = new Money(other, folder);
      for (Declared one : declared) {
        other.intake(one.on(), one.file());
      }
      withdrawn.forEach(one -> withdraw(other, one, day));
      List<String> mixed = new ArrayList<>(lines);
      Collections.shuffle(mixed, random);
      mixed.sort(Comparator.comparing(line -> line.contains("impaye")));
      if (!mixed.isEmpty()) {
        there.take(day, mixed.toArray(String[]::new));
      }
      for (Receipt one : receipts) {
        if (one.byHand && one.owner != null) {
          settleByHand(there, one, day);
        } else if (one.takenBack) {
          one.owner = EMPLOYERS.getFirst();
          settleByHand(there, one, day);
          there.decide(day, "unsettle", "Awa", "receipt", there.receiptNo(one.ref));
        }
      }
      if (merged) {
        merge(other, true, day);
      }
      assess(other, day);
      there.settle(day);
      // Refunds first: they ask for an advance, which a waiver's order of facts does not.
      decided.stream().sorted(Comparator.comparing(ByTwo::kind)).forEach(one -> decide(there, one));
      there.settle(day);
      return Optional.of(there.accounts(EMPLOYERS));
    } catch (UsageException e) {
      assertThat(e).hasMessageContaining("not so much");
      return Optional.empty();
    }
  }
}
