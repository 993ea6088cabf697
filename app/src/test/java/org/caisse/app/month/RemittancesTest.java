package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What delegated bodies collect, from their remittances to their transfers at the bank. */
class RemittancesTest {

  private static final String HEADER =
      "record;ogd;remittance;date;employer;period;component;amount;text;takes_back;count;total;withheld;transfer_ref";
  private static final String BANK_HEADER =
      "record;account;booking_date;value_date;bank_ref;debit;credit;balance;payer_account;payer_name;text;takes_back;count;opening;closing";
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 12);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 13);

  private record Owing(String no, String ogd, long minor) {}

  @Test
  void whatABodyCollectedPaysEmployersDebtsAndItsTransferClearsTheBody(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(LoadedFund.FIRST_RECEIPT);
      assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
      List<Owing> owing = owing(fund);
      Owing first = owing.get(0);
      Owing second = owing.get(1);
      String ogd = first.ogd();
      long total = first.minor() + 5_000;
      Path told =
          write(
              folder.resolve("bordereau.csv"),
              HEADER,
              "S;%s;2026-03;2026-03-11;;;;;;;2;%d;1000;".formatted(ogd, total),
              "R;%s;2026-03;2026-03-09;%s;2026-02;contribution;%d;;;;;;"
                  .formatted(ogd, first.no(), first.minor()),
              "R;%s;2026-03;;%s;2026-02;;5000;acompte;;;;;".formatted(ogd, second.no()));

      assertThat(take(fund, MARCH, "remittance", told).exitCode()).isZero();
      assertThat(settle(fund, MARCH).exitCode()).isZero();

      assertThat(paid(fund, first)).isEqualTo(first.minor());
      assertThat(paid(fund, second)).isEqualTo(5_000);
      assertThat(balance(fund, "478100")).as("collected, not transferred").isEqualTo(total);
      assertThat(balance(fund, "521100")).as("the bank has nothing yet").isZero();
      assertThat(bodies(fund, MARCH)).contains("2026-03;2026-03-11;" + total);
      assertThat(bodies(fund, MARCH)).contains("Le virement n’est pas arrivé");

      Path bank =
          write(
              folder.resolve("bank.csv"),
              BANK_HEADER,
              "R;BK1;;2026-03-13;V1;;%d;;;Caisse;VIREMENT %s bordereau 2026-03;;;;"
                  .formatted(total - 1_000, ogd));
      assertThat(take(fund, LATER, "file", bank).exitCode()).isZero();
      assertThat(settle(fund, LATER).exitCode()).isZero();

      assertThat(balance(fund, "478100")).as("no convention lets it keep anything").isEqualTo(1000);
      assertThat(balance(fund, "521100")).isEqualTo(total - 1_000);
      assertThat(balance(fund, "471100")).as("suspense").isZero();
      assertThat(bodies(fund, LATER)).containsPattern("a gardé 1.000.F.CFA de plus");
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
      for (LocalDate day : List.of(MARCH, LATER)) {
        assertThat(
                Replay.run(fund.workspace(), new RunKey(AccountSettlement.NAME, day.toString(), 1))
                    .differences())
            .isEmpty();
      }
    }
  }

  @Test
  void aRemittanceIsTakenWholeOnceOrNotAtAll(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Path wrong =
          write(
              folder.resolve("faux.csv"),
              HEADER,
              "S;CNSS;B1;2026-03-11;;;;;;;2;900;;",
              "R;CNSS;B1;;E000001;2026-02;;300;;;;;;",
              "R;CNSS;B1;;E000002;2026-02;;500;;;;;;",
              "S;CNSS;B2;2026-03-11;;;;;;;1;;;",
              "R;CNSS;B2;;E000001;2026-02;;abc;;;;;;",
              "S;NOBODY;B3;2026-03-11;;;;;;;1;;;",
              "R;NOBODY;B3;;E000001;2026-02;;100;;;;;;");
      assertThat(take(fund, MARCH, "remittance", wrong).rejects()).isEqualTo(4);
      assertThat(codes(fund)).containsExactly(224, 402, 406);

      String head = "S;CNSS;B1;2026-03-11;;;;;;;2;800;;";
      String one = "R;CNSS;B1;;E000001;2026-02;;300;;;;;;";
      Path right =
          write(
              folder.resolve("juste.csv"),
              HEADER,
              head,
              one,
              "R;CNSS;B1;;E000002;2026-02;;500;;;;;;");
      Path again =
          write(
              folder.resolve("encore.csv"),
              HEADER,
              head,
              one,
              "R;CNSS;B1;;E000002;2026-02;;500;;;;;;",
              "S;CNSS;B4;2026-03-12;;;;;;;1;-300;;",
              "R;CNSS;B4;;E000001;2026-02;;-300;cheque impaye;B1/1;;;;");
      Path other =
          write(
              folder.resolve("autre.csv"),
              HEADER,
              head,
              one,
              "R;CNSS;B1;;E000003;2026-02;;500;;;;;;");
      assertThat(take(fund, MARCH, "remittance", right).exitCode()).isZero();
      assertThat(take(fund, MARCH, "remittance", again).exitCode()).isZero();
      assertThat(take(fund, MARCH, "remittance", other).rejects()).isEqualTo(2);

      assertThat(
              fund.sql()
                  .sql("SELECT bank_ref || ' ' || amount_minor FROM receipt ORDER BY receipt_id")
                  .query(String.class)
                  .list())
          .containsExactly("B1/1 300", "B1/2 500", "B4/1 -300");
      assertThat(balance(fund, "478100")).isEqualTo(500);
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  @Test
  void aTransferThatNamesNothingIsSettledByHandAndShowTellsTheLifeOfAReceipt(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(LoadedFund.FIRST_RECEIPT);
      assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
      Owing debtor = owing(fund).getFirst();
      Path told =
          write(
              folder.resolve("bordereau.csv"),
              HEADER,
              "S;%s;2026-03;2026-03-11;;;;;;;1;5000;;".formatted(debtor.ogd()),
              "R;%s;2026-03;;%s;2026-02;;5000;acompte;;;;;".formatted(debtor.ogd(), debtor.no()));
      Path bank =
          write(
              folder.resolve("bank.csv"),
              BANK_HEADER,
              "R;BK1;;2026-03-12;V1;;3000;;;Caisse;VIREMENT DIVERS;;;;");
      assertThat(take(fund, MARCH, "remittance", told).exitCode()).isZero();
      assertThat(take(fund, MARCH, "file", bank).exitCode()).isZero();
      assertThat(settle(fund, MARCH).exitCode()).isZero();
      assertThat(balance(fund, "471100")).as("in suspense").isEqualTo(-3_000);
      String receipt = receiptNo(fund, "V1");

      TestHome home = fund.home();
      String[] decision = {
        "settle", receipt, "--by", "Awa", "--date", "2026-03-13", "--reason", "appel"
      };
      assertThat(home.caisse(decision).err())
          .contains("say one of --to EMPLOYER, --transfer-of BODY");
      assertThat(home.caisse(with(decision, "--transfer-of", "NOBODY")).err())
          .contains("there is no delegated body NOBODY");
      assertThat(home.caisse(with(decision, "--transfer-of", debtor.ogd() + "/2025-01")).err())
          .contains("sent no remittance 2025-01");
      String[] right = with(decision, "--transfer-of", debtor.ogd() + "/2026-03");
      assertThat(home.caisse(right).exit()).isZero();
      assertThat(settle(fund, LATER).exitCode()).isZero();

      assertThat(balance(fund, "471100")).isZero();
      assertThat(balance(fund, "478100")).as("the body has not transferred all").isEqualTo(2_000);
      assertThat(home.caisse("show", "receipt", receipt, "--lang", "fr").out())
          .contains("Encaissement " + receipt, "VIREMENT DIVERS", "Awa: appel", "2026-03");
      TestHome.Said of =
          home.caisse("show", "receipt", receiptNo(fund, "2026-03/1"), "--lang", "en");
      assertThat(of.exit()).as(of.toString()).isZero();
      assertThat(of.out()).contains("What it pays", debtor.no(), "2026-02", "5,000");
      assertThat(home.caisse("show", "receipt", "99-9").err()).contains("there is no receipt 99-9");
      assertThat(fund.findings()).isEmpty();
    }
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private static String receiptNo(LoadedFund fund, String reference) {
    return fund.sql()
        .sql("SELECT receipt_no FROM receipt WHERE bank_ref = ?")
        .param(reference)
        .query(String.class)
        .single();
  }

  private static List<Integer> codes(LoadedFund fund) {
    return fund.sql()
        .sql("SELECT DISTINCT code FROM line_reject ORDER BY code")
        .query(Integer.class)
        .list();
  }

  private static String bodies(LoadedFund fund, LocalDate day) {
    try {
      return Files.readString(
          fund.workspace()
              .outbox()
              .resolve("%s/account-settlement-1/bodies-%s.csv".formatted(day, day)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Owing> owing(LoadedFund fund) {
    return fund.sql()
        .sql(
            """
            SELECT e.employer_no, min(s.ogd_no) AS ogd, sum(s.amount_minor) AS minor
            FROM standing_entry s JOIN employer e ON e.employer_id = s.debtor_id
            WHERE s.debtor = 'EMPLOYER'
            GROUP BY e.employer_id, e.employer_no
            HAVING count(*) FILTER (WHERE s.component = 'LATE_DECLARATION') = 0 AND sum(s.amount_minor) > 10000
            ORDER BY ogd, e.employer_no
            LIMIT 2
            """)
        .query(
            (row, n) ->
                new Owing(row.getString("employer_no"), row.getString("ogd"), row.getLong("minor")))
        .list();
  }

  private static long paid(LoadedFund fund, Owing employer) {
    return fund.sql()
        .sql(
            """
            SELECT coalesce(sum(amount_minor), 0) FROM standing_entry JOIN employer ON employer_id = debtor_id
            WHERE debtor = 'ACCOUNT' AND employer_no = ? AND component LIKE 'PAID%'
            """)
        .param(employer.no())
        .query(Long.class)
        .single();
  }

  private static long balance(LoadedFund fund, String account) {
    return fund.sql()
        .sql("SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM posting WHERE account = ?")
        .param(account)
        .query(Long.class)
        .single();
  }

  private static RunOutcome take(LoadedFund fund, LocalDate day, String parameter, Path file) {
    return fund.run(
        FailPoint.NONE,
        ReceiptIntake.NAME,
        Map.of("date", List.of(day.toString()), parameter, List.of(file.toString())));
  }

  private static RunOutcome settle(LoadedFund fund, LocalDate day) {
    return fund.run(
        FailPoint.NONE, AccountSettlement.NAME, Map.of("date", List.of(day.toString())));
  }

  private static Path write(Path file, String... lines) {
    try {
      return Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
