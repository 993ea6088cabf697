package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Contributions that persons owe themselves: from the bank's line to the right that it opens. */
@ResourceLock(TestHome.LOCK)
class OwnContributionsTest {

  private static final String BENEFITS = "independent_formal, informal, indigent], from: none";

  private LoadedFund fund;
  private Money money;
  private RightsBook book;

  @Test
  void whoPaysHimselfGetsRightsByPayment(@TempDir Path folder) {
    try (LoadedFund empty = LoadedFund.empty(folder, "bf-amu")) {
      fund = empty;
      money = new Money(fund, folder);
      book = new RightsBook(fund, folder);
      begin(folder);
      january();
      february();
      march();
      afterwards();
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
      assertThat(fund.findings()).isEmpty();
      for (String day : List.of("2026-02-09", "2026-03-09", "2026-04-09", "2026-08-12")) {
        assertThat(
                Replay.run(fund.workspace(), new RunKey(AccountSettlement.NAME, day, 1))
                    .differences())
            .isEmpty();
      }
      assertThat(
              Replay.run(fund.workspace(), new RunKey(Entitlement.NAME, "2026-04-10", 1))
                  .differences())
          .isEmpty();
    }
  }

  private void begin(Path folder) {
    Path care = fund.workspace().packs().resolve("bf/care.yaml");
    try {
      String law = Files.readString(care);
      assertThat(law).contains(BENEFITS);
      Files.writeString(
          care, law.replace(BENEFITS, BENEFITS.replace("from: none", "from: 2026-02-01")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CareRegistry.load(
        fund,
        folder,
        "2026-01-02",
        Map.of(
            "ogds", "ogd;name;valid_from;valid_to\nMUT;Mutuelles;2025-01-01;\n",
            "persons",
                """
                person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to
                I0001;ZONGO;Prompte;1985-06-12;F;informal;MUT;2025-12-15;
                I0002;ZONGO;Tardive;1980-02-03;F;informal;MUT;2025-12-15;
                I0003;ZONGO;Partiel;1995-08-20;M;informal;MUT;2025-12-15;
                I0004;ZONGO;Jamais;1990-01-01;M;informal;MUT;2025-12-15;
                I0005;ZONGO;Impaye;1991-01-01;M;independent_formal;MUT;2025-12-15;
                I0006;ZONGO;Double;1992-01-01;M;informal;MUT;2025-12-15;
                I0007;ZONGO;Double;1992-01-01;M;informal;MUT;2026-02-15;
                R0001;SAWADOGO;Indigent;1970-01-01;M;indigent;MUT;2025-12-15;
                """,
            "dependants",
                """
                head;dependant;relation;rank;valid_from;valid_to
                I0001;I0004;spouse;1;2025-12-15;2025-12-16
                """));
  }

  private void january() {
    assess("2026-01", "2026-02-05");
    take(
        "2026-02-09",
        paid("B1", "2026-01-30", 4_000, "M1", "cotisation I0001 janvier"),
        paid("B3", "2026-02-07", 1_500, "", "I0003 acompte"),
        paid("B5", "2026-02-08", 15_000, "", "I0005"),
        paid("B6", "2026-02-08", 4_000, "", "I0006"),
        paid("X1", "2026-02-08", 4_000, "", "pour I9999"),
        paid("X2", "2026-02-08", 4_000, "", "cotisation R0001"),
        paid("X3", "2026-02-08", 4_000, "", "I0001 et I0002"),
        paid("X4", "2026-02-02", 4_000, "", "virement"));
    assertThat(money.matches()).containsExactly("B1 NUMBER", "B3 NUMBER", "B5 NUMBER", "B6 NUMBER");
    assertThat(account("I0003")).containsExactly("PAID_CONTRIBUTION 2026-01 1500");
    assertThat(sent("2026-02-09", "unmatched-2026-02-09.csv"))
        .contains(
            "I9999",
            "I0001 (I0001), I0002 (I0002)",
            "I0001 (2026-01 ×5), I0002 (2026-01 ×5), I0003 (2026-01 ×5)",
            "R0001 (R0001)",
            "ne doit rien lui-même");
    assertThat(sent("2026-02-09", "person-accounts-2026-02-09.csv"))
        .contains("I0003", "ZONGO Partiel");
    assertThat(money.balance("411200")).isEqualTo(5 * 4_000 + 15_000 - 24_500);
  }

  /** The same statement's payment comes back; what came too late, or in parts. */
  private void february() {
    assess("2026-02", "2026-03-05");
    LocalDate day = LocalDate.parse("2026-03-09");
    Path bank =
        money.file(
            paid("C1", "2026-02-27", 4_000, "M1", "virement"),
            paid("C2", "2026-03-07", 8_000, "", "I0002 deux mois"),
            paid("C3", "2026-03-07", 4_000, "", "I0003"),
            Money.back("C5", LocalDate.parse("2026-03-07"), 15_000, "B5"),
            paid("C6", "2026-03-08", 4_000, "", "I0006"));
    LoadedFund.untilDone(new Random(3), 4, failing -> money.take(failing, day, bank));
    fund.inPortions(IntakeSizes.STANDARD, new KeyedSizes(1, 1, 2));
    List<String> places =
        LoadedFund.untilDone(new Random(5), 3, failing -> money.settle(failing, day));
    fund.inPortions(IntakeSizes.STANDARD, KeyedSizes.STANDARD);
    assertThat(places).isNotEmpty();
    assertThat(money.matches()).contains("C1 ACCOUNT", "C2 NUMBER");
    assertThat(account("I0005")).as("the bank took back what paid").isEmpty();
    assertThat(account("I0002"))
        .containsExactly("PAID_CONTRIBUTION 2026-01 4000", "PAID_CONTRIBUTION 2026-02 4000");
  }

  private void march() {
    assess("2026-03", "2026-04-08");
    take(
        "2026-04-09",
        paid("D1", "2026-03-30", 4_000, "M1", "virement"),
        paid("D2", "2026-04-07", 4_000, "", "I0002"),
        paid("D3", "2026-04-07", 4_000, "", "I0003"),
        paid("D6", "2026-04-07", 4_000, "", "I0006"));
    book.entitle("2026-04-10");
    assertThat(book.stands())
        .containsExactly(
            "I0001 amu 2026-04-01 - WAITED -",
            "I0002 amu 2026-04-07 - WAITED -",
            "I0006 amu 2026-04-07 - WAITED -",
            "R0001 amu 2026-02-01 - BENEFITS_BEGIN -");
    String opened = fund.home().caisse("explain", "I0002", "--lang", "en").out();
    assertThat(opened)
        .contains("by the insured person", "Own contributions", "2026-03-07")
        .contains(money.receiptNo("C2") + " (2026-03-07)")
        .contains(money.receiptNo("D2") + " (2026-04-07)");
    assertThat(fund.home().caisse("explain", "I0003", "--lang", "en").out())
        .contains("the month 2026-03, due on", "2,500", "4,000");
    assertThat(fund.home().caisse("explain", "I0004").out()).contains("Cotisations propres");
  }

  /** What is paid by hand, waived, given back, merged; and a suspension that a payment ends. */
  private void afterwards() {
    LocalDate april = LocalDate.parse("2026-04-20");
    money.decide(april, "settle", "Awa", "receipt", money.receiptNo("X3"), "employer", "I0003");
    money.decideByTwo(
        april,
        "waiver",
        "employer",
        "I0004",
        "period",
        "2026-01",
        "component",
        "contribution",
        "amount",
        "4000");
    money.settle(april);
    assertThat(account("I0004")).contains("WAIVED_CONTRIBUTION 2026-01 4000");
    book.entitle("2026-04-21");
    assertThat(book.stands()).contains("I0003 amu 2026-04-07 - WAITED -");
    money.decideByTwo(april, "refund", "person", "I0003", "amount", "1000");
    merge("I0006", "I0007");
    assess("2026-03", "2026-04-22");
    money.settle(LocalDate.parse("2026-04-22"));
    assess("2026-04", "2026-05-05");
    take("2026-05-08", paid("E6", "2026-05-07", 4_000, "", "cotisation I0007"));
    assertThat(account("I0007")).isEmpty();
    assertThat(account("I0006")).contains("PAID_CONTRIBUTION 2026-04 4000");
    book.entitle("2026-08-10");
    assertThat(book.stands())
        .contains(
            "I0001 amu 2026-04-01 2026-07-30 WAITED UNPAID", "I0006 amu 2026-04-07 - WAITED -");
    take("2026-08-12", paid("F1", "2026-08-12", 4_200, "M1", ""));
    book.entitle("2026-08-13");
    assertThat(book.stands())
        .contains(
            "I0001 amu 2026-04-01 2026-07-30 WAITED UNPAID", "I0001 amu 2026-08-12 - REOPENED -");
    String page = fund.home().caisse("show", "I0001", "--lang", "en").out();
    assertThat(page).contains("Account of insured person I0001", "2026-04-30", "payer’s account");
    assertThat(fund.home().caisse("show", "receipt", money.receiptNo("F1")).out())
        .contains("I0001", "Cotisation ", "Avance");
  }

  private void merge(String keep, String drop) {
    assertThat(
            fund.home()
                .caisse(
                    "merge", keep, drop, "--reason", "acte", "--by", "Awa", "--date", "2026-04-22")
                .exit())
        .isZero();
  }

  private static String paid(String ref, String day, long minor, String payer, String text) {
    return Money.line(ref, LocalDate.parse(day), minor, payer, text);
  }

  private void take(String day, String... lines) {
    assertThat(money.take(LocalDate.parse(day), lines).exitCode()).isZero();
    money.settle(LocalDate.parse(day));
  }

  private void assess(String period, String day) {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            ContributionAssessment.NAME,
            Map.of("period", List.of(period), "date", List.of(day)));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private String sent(String day, String name) {
    return money.sent(LocalDate.parse(day), name);
  }

  /** What stands in the account of a person. */
  private List<String> account(String person) {
    return fund.sql()
        .sql(
            """
            SELECT component || ' ' || to_char(value_period, 'YYYY-MM') || ' ' || amount_minor
            FROM standing_entry JOIN person ON person_id = debtor_id
            WHERE debtor = 'PERSON_ACCOUNT' AND person_no = ?
            ORDER BY 1
            """)
        .param(person)
        .query(String.class)
        .list();
  }
}
