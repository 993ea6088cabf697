package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.claim.CareRemittance;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.collection.AgedBalance;
import org.caisse.jobs.collection.CollectionFollowUp;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Care of days that were closed afterwards, from the claim to the last franc: of an employer, which
 * declared anew without somebody, and of an informal worker, whose payment the bank took back.
 */
@ResourceLock(TestHome.LOCK)
class CareDebtsTest {

  private static final String ORDER = "late_payment, closed_late]";

  private Path folder;
  private LoadedFund fund;
  private Money money;
  private RightsBook book;

  @Test
  void whatIsClaimedForClosedDaysIsPaidGivenUpAndTakenBack(@TempDir Path folder) {
    this.folder = folder;
    try (LoadedFund empty = LoadedFund.empty(folder, "bf-amu")) {
      fund = empty;
      money = new Money(fund, folder);
      book = new RightsBook(fund, folder).begin();
      careIsPaid();
      rightsAreClosed();
      theClaimIsTold();
      moneyThatSaysSoPaysIt();
      whatIsOpenIsFollowedUp();
      otherMoneyPaysIt();
      theRightOpensAgain();
      assertThat(fund.findings()).isEmpty();
      for (String day : List.of("2026-06-22", "2026-06-25", "2026-07-08", "2026-08-02")) {
        assertThat(
                Replay.run(fund.workspace(), new RunKey(AccountSettlement.NAME, day, 1))
                    .differences())
            .as(day)
            .isEmpty();
      }
    }
  }

  /** Three months, rights from April, care in May that is told and paid. */
  private void careIsPaid() {
    CareRegistry.loadConsultation(fund, folder);
    CareRegistry.load(
        fund,
        folder,
        "2026-01-04",
        Map.of(
            "persons",
            """
            person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to
            I0001;ZONGO;Ami;1985-06-12;F;informal;CNSS;2025-12-15;
            """));
    for (int month = 1; month <= 3; month++) {
      LocalDate day = LocalDate.of(2026, month + 1, 9);
      book.declare("2026-0" + month, "2026-0%d-05".formatted(month + 1), 1, "AWA", "SALIF");
      take(
          day.toString(),
          Money.line("E" + month, day, 20_000, "M1", "E000001"),
          Money.line("I" + month, LocalDate.of(2026, month, 27), 4_000, "", "I0001"));
    }
    book.entitle("2026-04-10");
    Path invoice = folder.resolve("f.csv");
    write(
        invoice,
        "provider;invoice;person;care_on;act;charged",
        "CMA-1;F-1;AWA;2026-05-10;C1;2000",
        "CMA-1;F-1;ISSA;2026-05-11;C1;2000",
        "CMA-1;F-1;I0001;2026-05-12;C1;2000");
    run(InvoiceIntake.NAME, "2026-05-20", "file", invoice.toString());
    run(ClaimAdjudication.NAME, "2026-05-21");
    run(CareRemittance.NAME, "2026-05-22");
  }

  private void rightsAreClosed() {
    book.declare("2026-03", "2026-06-18", 2, "SALIF");
    take("2026-06-18", Money.back("Z1", LocalDate.parse("2026-06-15"), 4_000, "I1"));
    assertThat(account("E000001")).contains("ADVANCE 10000");
    book.entitle("2026-06-20");
    run(ClaimAdjudication.NAME, "2026-06-21");
    order(ORDER, "late_payment]");
  }

  private void theClaimIsTold() {
    money.settle(LocalDate.parse("2026-06-22"));
    assertThat(account("E000001"))
        .as("an advance is not taken where no order says so")
        .contains("ADVANCE 10000")
        .noneMatch(entry -> entry.contains("CLOSED_LATE"));
    assertThat(money.sent(LocalDate.parse("2026-06-22"), "accounts-2026-06-22.csv"))
        .contains("E000001;Mairie;50000;0;0;2800;50000;0;0;2800;10000");
    assertThat(money.sent(LocalDate.parse("2026-06-22"), "person-accounts-2026-06-22.csv"))
        .contains("I0001;ZONGO Ami;12000;0;0;1400;8000;0;0;5400;0");
    assertThat(page("2026-06-22/account-settlement-1/account-statements-2026-06-22.zip", "E000001"))
        .contains("Soins payés pour des jours fermés ensuite, mai 2026", "mai 2026 (soins)");
    assertThat(page("2026-06-22/account-settlement-1/person-statements-2026-06-22.zip", "I0001"))
        .contains("assuré I0001", "mai 2026 (soins)")
        .containsPattern("5.400.F");
  }

  /** By a body, by hand; a part is waived, a part written off. */
  private void moneyThatSaysSoPaysIt() {
    Path remittance = folder.resolve("bordereau.csv");
    write(
        remittance,
        "record;ogd;remittance;date;employer;period;component;amount;text;takes_back;count;total;withheld;transfer_ref",
        "S;CNSS;2026-06;2026-06-22;;;;;;;1;1000;;",
        "R;CNSS;2026-06;;E000001;2026-05;closed_late;1000;;;;;;");
    run(ReceiptIntake.NAME, "2026-06-23", "remittance", remittance.toString());
    LocalDate day = LocalDate.parse("2026-06-24");
    assertThat(money.take(day, Money.line("H1", day, 500, "", "virement")).exitCode()).isZero();
    assertThat(
            fund.home()
                .caisse(
                    "settle",
                    money.receiptNo("H1"),
                    "--to",
                    "E000001",
                    "--pays",
                    "closed_late",
                    "--reason",
                    "lettre",
                    "--by",
                    "Awa",
                    "--date",
                    day.toString())
                .exit())
        .isZero();
    decide(day, "waiver", "E000001", "2026-05", "300");
    decide(day, "write-off", "I0001", "2026-05", "200");
    money.settle(LocalDate.parse("2026-06-25"));
    assertThat(account("E000001"))
        .contains("PAID_CLOSED_LATE 1500", "WAIVED_CLOSED_LATE 300", "ADVANCE 10000");
    assertThat(account("I0001")).contains("WRITTEN_OFF_CLOSED_LATE 200");
    everyFrancIsSomewhere();
  }

  private void whatIsOpenIsFollowedUp() {
    money.settle(LocalDate.parse("2026-07-07"));
    run(AgedBalance.NAME, "2026-07-07");
    assertThat(sent("aged-balance", "aged-balance-2026-07-07.csv"))
        .contains("E000001;Mairie;soins (AMU);2026-06-21;0;1000;", "Total;;;2026-06-21;0;1000;");
    assertThat(sent("aged-balance", "aged-balance-persons-2026-07-07.csv"))
        .contains("I0001;ZONGO Ami;soins (AMU);2026-06-21;0;1200;")
        .contains("I0001;ZONGO Ami;CNSS;2026-03-31;");
    run(CollectionFollowUp.NAME, "2026-07-07");
    assertThat(page("2026-07-07/collection-follow-up-1/letters-2026-07-07.zip", "E000001"))
        .contains("soins (AMU)", "mai 2026")
        .containsPattern("1.000.F");
    assertThat(fund.home().caisse("show", "E000001", "--lang", "en").out())
        .contains("Care", "2,800", "1,500");
  }

  /** What contributions leave, and not before the month is over in which it came. */
  private void otherMoneyPaysIt() {
    order("late_payment]", ORDER);
    LocalDate day = LocalDate.parse("2026-07-08");
    String quoted =
        fund.sql()
            .sql(
                """
                SELECT format('RELEVE-%s-%s', year, lpad(number::text, 6, '0'))
                FROM document JOIN person USING (person_id)
                WHERE series = 'RELEVE' AND person_no = 'I0001' ORDER BY number DESC LIMIT 1\
                """)
            .query(String.class)
            .single();
    Path bank = money.file(Money.line("I4", day, 5_200, "", quoted));
    LoadedFund.untilDone(new Random(3), 4, failing -> money.take(failing, day, bank));
    fund.inPortions(IntakeSizes.STANDARD, new KeyedSizes(1, 1, 2));
    assertThat(LoadedFund.untilDone(new Random(5), 3, failing -> money.settle(failing, day)))
        .isNotEmpty();
    fund.inPortions(IntakeSizes.STANDARD, KeyedSizes.STANDARD);
    assertThat(money.matches()).contains("I4 REFERENCE", "H1 HAND");
    assertThat(account("E000001"))
        .as("the advance had been there when it was claimed: what came later was too much")
        .contains("PAID_CLOSED_LATE 2800", "ADVANCE 8700")
        .noneMatch(entry -> entry.startsWith("WAIVED"));
    assertThat(account("I0001"))
        .contains("PAID_CONTRIBUTION 12000", "ADVANCE 1200", "WRITTEN_OFF_CLOSED_LATE 200");
    everyFrancIsSomewhere();
  }

  private void theRightOpensAgain() {
    book.declare("2026-03", "2026-07-09", 3, "AWA", "SALIF");
    money.settle(LocalDate.parse("2026-07-09"));
    assertThat(account("E000001"))
        .as("the contribution of March takes the advance back")
        .containsExactly(
            "PAID_CLOSED_LATE 1500", "PAID_CONTRIBUTION 60000", "WAIVED_CLOSED_LATE 300");
    book.entitle("2026-07-10");
    run(ClaimAdjudication.NAME, "2026-07-11");
    LocalDate day = LocalDate.parse("2026-07-12");
    money.settle(day);
    assertThat(account("E000001")).containsExactly("ADVANCE 1500", "PAID_CONTRIBUTION 60000");
    assertThat(page("2026-07-12/account-settlement-1/account-statements-2026-07-12.zip", "E000001"))
        .contains("Soins payés pour des jours fermés ensuite, mai 2026")
        .doesNotContain("mai 2026 (soins)");
    money.decideByTwo(day, "refund", "employer", "E000001", "amount", "1500");
    edit(fund.workspace().settings(), "person_statements: true", "person_statements: false");
    money.settle(LocalDate.parse("2026-08-02"));
    assertThat(fund.workspace().outbox().resolve("2026-08-02/account-settlement-1"))
        .isDirectoryContaining("glob:**/account-statements-2026-08-02.zip")
        .isDirectoryNotContaining("glob:**/person-statements-*");
    assertThat(account("E000001")).contains("REFUND 1500");
    assertThat(account("I0001"))
        .as("what was left in July pays from August on")
        .containsExactly(
            "PAID_CLOSED_LATE 1200", "PAID_CONTRIBUTION 12000", "WRITTEN_OFF_CLOSED_LATE 200");
    assertThat(money.balance("411100")).isZero();
    assertThat(money.balance("411200")).isZero();
    everyFrancIsSomewhere();
  }

  /** Bank and bodies = applied + advances + money of nobody. */
  private void everyFrancIsSomewhere() {
    long held = money.balance("521100") + money.balance("478100");
    long applied =
        sum("SELECT coalesce(sum(amount_minor), 0) FROM allocation")
            + sum("SELECT coalesce(sum(amount_minor), 0) FROM receipt_advance");
    assertThat(held).isEqualTo(applied + -money.balance("471100") - refunded());
    assertThat(-money.balance("419100"))
        .isEqualTo(sum("SELECT sum(amount_minor) FROM receipt_advance") - refunded());
  }

  private long refunded() {
    return sum(
        "SELECT coalesce(sum(amount_minor), 0) FROM standing_entry WHERE component = 'REFUND'");
  }

  private long sum(String query) {
    return fund.sql().sql(query).query(Long.class).single();
  }

  /** What stands in the account of an employer or a person, all months together. */
  private List<String> account(String number) {
    return fund.sql()
        .sql(
            """
            SELECT component || ' ' || sum(amount_minor)
            FROM standing_entry
            LEFT JOIN employer ON debtor = 'ACCOUNT' AND employer_id = debtor_id
            LEFT JOIN person ON debtor = 'PERSON_ACCOUNT' AND person_id = debtor_id
            WHERE coalesce(employer_no, person_no) = ?
            GROUP BY component
            ORDER BY component COLLATE "C"
            """)
        .param(number)
        .query(String.class)
        .list();
  }

  private void decide(LocalDate day, String kind, String who, String period, String amount) {
    money.decideByTwo(
        day, kind, "employer", who, "period", period, "component", "closed_late", "amount", amount);
  }

  private void take(String day, String... lines) {
    assertThat(money.take(LocalDate.parse(day), lines).exitCode()).isZero();
    money.settle(LocalDate.parse(day));
  }

  private void run(String job, String day, String... more) {
    Map<String, List<String>> given =
        more.length == 0
            ? Map.of("date", List.of(day))
            : Map.of("date", List.of(day), more[0], List.of(more[1]));
    assertThat(fund.run(FailPoint.NONE, job, given).exitCode()).isZero();
  }

  /** Another law about what money pays. */
  private void order(String before, String after) {
    edit(
        fund.workspace().packs().resolve("bf/amu.yaml"),
        "  order: [contribution, late_declaration, " + before,
        "  order: [contribution, late_declaration, " + after);
  }

  private static void edit(Path file, String before, String after) {
    try {
      String text = Files.readString(file);
      assertThat(text).contains(before);
      Files.writeString(file, text.replace(before, after));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String sent(String job, String name) {
    try {
      return Files.readString(
          fund.workspace().outbox().resolve("2026-07-07/" + job + "-1").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page of a debtor in a zip of the outbox. */
  private String page(String zip, String number) {
    try (ZipFile file = new ZipFile(fund.workspace().outbox().resolve(zip).toFile())) {
      String name =
          file.stream()
              .map(Object::toString)
              .filter(n -> n.contains(number))
              .findFirst()
              .orElseThrow();
      try (InputStream in = file.getInputStream(file.getEntry(name))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String... lines) {
    try {
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
