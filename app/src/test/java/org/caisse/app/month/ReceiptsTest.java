package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money received, from the bank's file to the employers' accounts. */
class ReceiptsTest {

  private static final String HEADER =
      "record;account;booking_date;value_date;bank_ref;debit;credit;balance;payer_account;payer_name;text;takes_back;count;opening;closing";
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 12);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 11);

  /** An employer that owes contributions and nothing else. */
  private record Owing(String no, long minor, String notice) {}

  @Test
  void moneyIsMatchedAllocatedAndAccruedAndEverythingTies(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      assessed(fund);
      List<Owing> owing = owing(fund);
      march(fund, folder, owing, FailPoint.NONE);

      assertThat(matches(fund)).containsExactly("B1 REFERENCE", "B2 NUMBER", "B4 REFERENCE");
      assertThat(unmatched(fund)).containsExactly("B3");
      assertThat(account(fund, owing.get(0)))
          .isEqualTo(new Account(owing.get(0).minor(), late(owing.get(0).minor(), 1), 0));
      long half = owing.get(1).minor() / 2;
      assertThat(account(fund, owing.get(1)))
          .isEqualTo(new Account(half, late(owing.get(1).minor(), 1), 0));
      long surcharge = late(owing.get(2).minor(), 1);
      assertThat(account(fund, owing.get(2)))
          .isEqualTo(new Account(owing.get(2).minor() + surcharge, surcharge, 500_000 - surcharge));
      assertThat(balance(fund, "471100")).isEqualTo(-777);
      assertThat(settle(fund, MARCH, FailPoint.NONE).result())
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);

      april(fund, folder, owing, FailPoint.NONE);

      // The cheque came back: nothing is paid, and 10 March to 11 April is two months begun.
      assertThat(account(fund, owing.get(0)))
          .isEqualTo(new Account(0, late(owing.get(0).minor(), 2), 0));
      assertThat(matches(fund)).contains("B5 ACCOUNT");
      assertThat(account(fund, owing.get(2)).advance()).isEqualTo(501_000 - surcharge);
      for (LocalDate day : List.of(MARCH, APRIL)) {
        assertThat(
                Replay.run(fund.workspace(), new RunKey(AccountSettlement.NAME, day.toString(), 1))
                    .differences())
            .isEmpty();
      }
      assertThat(
              Files.exists(
                  fund.workspace()
                      .outbox()
                      .resolve(MARCH + "/account-settlement-1/unmatched-" + MARCH + ".xlsx")))
          .isTrue();
    }
  }

  @Test
  void runsThatDieAnywhereLeaveTheSameBooks(@TempDir Path folder) {
    try (LoadedFund calm = LoadedFund.in(folder);
        LoadedFund disturbed = LoadedFund.in(folder)) {
      Random random = new Random(20_261_126);
      for (LoadedFund fund : List.of(calm, disturbed)) {
        assessed(fund);
      }
      List<Owing> owing = owing(calm);
      march(calm, folder, owing, FailPoint.NONE);
      april(calm, folder, owing, FailPoint.NONE);
      List<String> places = new ArrayList<>();
      Path first = marchFile(folder, owing);
      Path second = aprilFile(folder, owing);
      places.addAll(
          LoadedFund.untilDone(random, 6, failing -> intake(disturbed, MARCH, first, failing)));
      places.addAll(LoadedFund.untilDone(random, 6, failing -> settle(disturbed, MARCH, failing)));
      places.addAll(
          LoadedFund.untilDone(random, 6, failing -> intake(disturbed, APRIL, second, failing)));
      places.addAll(LoadedFund.untilDone(random, 6, failing -> settle(disturbed, APRIL, failing)));

      assertThat(places).hasSizeGreaterThan(3);
      assertThat(ledger(disturbed)).isEqualTo(ledger(calm));
      assertThat(sums(disturbed)).isEqualTo(sums(calm));
      assertThat(Control.ofEverything(disturbed.sql())).isEmpty();
    }
  }

  @Test
  void aStatementThatDoesNotTieIsRefusedWholeAndOneLineTwiceIsRepeated(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Path wrong =
          write(
              folder.resolve("wrong.csv"),
              "S;BK1;;;7;;;;;;;;2;1000;1600",
              "R;BK1;;2026-03-12;A1;;300;;;;;;;;",
              "R;BK1;;2026-03-12;A2;;200;;;;;;;;");
      assertThat(intake(fund, MARCH, wrong, FailPoint.NONE).rejects()).isEqualTo(2);
      assertThat(fund.sql().sql("SELECT count(*) FROM receipt").query(Long.class).single())
          .isZero();

      Path right =
          write(
              folder.resolve("right.csv"),
              "S;BK1;;;7;;;;;;;;4;1000;1800",
              "R;BK1;;2026-03-12;A1;;300;1300;;;;;;;",
              "R;BK1;;2026-03-12;A1;;300;1600;;;;;;;",
              "R;BK1;;2026-03-12;A1;;400;2000;;;;;;;",
              "R;BK1;;2026-03-12;A3;200;;1800;;;;A2;;;");
      RunOutcome outcome = intake(fund, MARCH, right, FailPoint.NONE);

      assertThat(outcome.rejects()).as("the reference with another amount").isEqualTo(1);
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT accepted, rejected, repeated_lines FROM file_result JOIN file USING"
                          + " (file_id) WHERE name = 'right.csv'")
                  .query()
                  .singleRow()
                  .values())
          .containsExactly(2, 1, 1);
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  /** What came in time, assessed. */
  private static void assessed(LoadedFund fund) {
    fund.intake(LoadedFund.FIRST_RECEIPT);
    assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
  }

  private record Account(long paid, long latePayment, long advance) {}

  private static void march(LoadedFund fund, Path folder, List<Owing> owing, FailPoint failing) {
    assertThat(intake(fund, MARCH, marchFile(folder, owing), failing).exitCode()).isZero();
    assertThat(settle(fund, MARCH, failing).exitCode()).isZero();
  }

  private static void april(LoadedFund fund, Path folder, List<Owing> owing, FailPoint failing) {
    assertThat(intake(fund, APRIL, aprilFile(folder, owing), failing).exitCode()).isZero();
    assertThat(settle(fund, APRIL, failing).exitCode()).isZero();
  }

  private static Path marchFile(Path folder, List<Owing> owing) {
    long half = owing.get(1).minor() / 2;
    long over = owing.get(2).minor() + 500_000;
    long total = owing.get(0).minor() + half + 777 + over;
    return write(
        folder.resolve("bank-march.csv"),
        "S;BK1;;;3;;;;;;;;4;1000;" + (1000 + total),
        line("B1", owing.get(0).minor(), "ACC1", "Paiement " + owing.get(0).notice()),
        line("B2", half, "ACC2", "cotis. " + owing.get(1).no() + " acompte"),
        line("B3", 777, "", "virement"),
        line("B4", over, "ACC3", owing.get(2).notice()));
  }

  private static Path aprilFile(Path folder, List<Owing> owing) {
    return write(
        folder.resolve("bank-april.csv"),
        "R;BK1;;2026-04-09;B5;;1000;;ACC3;;virement;;;;",
        "R;BK1;;2026-04-10;B6;" + owing.get(0).minor() + ";;;;;cheque impaye;B1;;;");
  }

  private static String line(String ref, long minor, String payer, String text) {
    return "R;BK1;2026-03-12;2026-03-12;%s;;%d;;%s;;%s;;;;".formatted(ref, minor, payer, text);
  }

  private static Path write(Path file, String... lines) {
    try {
      Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunOutcome intake(LoadedFund fund, LocalDate day, Path file, FailPoint failing) {
    return fund.run(
        failing,
        ReceiptIntake.NAME,
        Map.of("date", List.of(day.toString()), "file", List.of(file.toString())));
  }

  private static RunOutcome settle(LoadedFund fund, LocalDate day, FailPoint failing) {
    return fund.run(failing, AccountSettlement.NAME, Map.of("date", List.of(day.toString())));
  }

  private static List<Owing> owing(LoadedFund fund) {
    return fund.sql()
        .sql(
            """
            SELECT e.employer_no, sum(s.amount_minor) AS minor,
                   (SELECT format('AVIS-%s-%s', d.year, lpad(d.number::text, 6, '0')) FROM document d
                    WHERE d.series = 'AVIS' AND d.employer_id = e.employer_id ORDER BY d.number DESC LIMIT 1) AS notice
            FROM standing_entry s JOIN employer e ON e.employer_id = s.debtor_id
            WHERE s.debtor = 'EMPLOYER'
            GROUP BY e.employer_id, e.employer_no
            HAVING count(*) FILTER (WHERE s.component = 'LATE_DECLARATION') = 0 AND sum(s.amount_minor) > 10000
            ORDER BY e.employer_no
            LIMIT 3
            """)
        .query(
            (row, n) ->
                new Owing(
                    row.getString("employer_no"), row.getLong("minor"), row.getString("notice")))
        .list();
  }

  /** One per cent a month or fraction, rounded half up. */
  private static long late(long minor, int months) {
    return (minor * months + 50) / 100;
  }

  private static Account account(LoadedFund fund, Owing employer) {
    return fund.sql()
        .sql(
            """
            SELECT coalesce(sum(amount_minor) FILTER (WHERE component LIKE 'PAID%'), 0) AS paid,
                   coalesce(sum(amount_minor) FILTER (WHERE component = 'LATE_PAYMENT'), 0) AS late,
                   coalesce(sum(amount_minor) FILTER (WHERE component = 'ADVANCE'), 0) AS advance
            FROM standing_entry JOIN employer ON employer_id = debtor_id
            WHERE debtor = 'ACCOUNT' AND employer_no = ?
            """)
        .param(employer.no())
        .query(
            (row, n) ->
                new Account(row.getLong("paid"), row.getLong("late"), row.getLong("advance")))
        .single();
  }

  private static List<String> matches(LoadedFund fund) {
    return fund.sql()
        .sql(
            "SELECT bank_ref || ' ' || rule FROM receipt_match JOIN receipt USING (receipt_id)"
                + " ORDER BY 1")
        .query(String.class)
        .list();
  }

  private static List<String> unmatched(LoadedFund fund) {
    return fund.sql()
        .sql(
            "SELECT DISTINCT bank_ref FROM unmatched_receipt JOIN receipt USING (receipt_id) ORDER"
                + " BY 1")
        .query(String.class)
        .list();
  }

  private static long balance(LoadedFund fund, String account) {
    return fund.sql()
        .sql("SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM posting WHERE account = ?")
        .param(account)
        .query(Long.class)
        .single();
  }

  private static List<String> ledger(LoadedFund fund) {
    return fund.sql()
        .sql(
            """
            SELECT concat_ws(' ', value_period, posting_period, debtor, debtor_id, rev, ogd_no, component, reverses, amount_minor)
            FROM ledger_entry WHERE debtor IN ('ACCOUNT', 'RECEIPT') ORDER BY debtor, debtor_id, value_period, rev
            """)
        .query(String.class)
        .list();
  }

  /** Hashes of what was sent out, by name. */
  private static List<String> sums(LoadedFund fund) {
    return fund.sql()
        .sql(
            """
            SELECT r.job || ' ' || r.scope || ' ' || o.name || ' ' || o.content_sha256 FROM output o JOIN run r USING (run_id)
            WHERE r.job IN ('receipt-intake', 'account-settlement') AND o.name <> 'SHA256SUMS' ORDER BY 1
            """)
        .query(String.class)
        .list();
  }
}
