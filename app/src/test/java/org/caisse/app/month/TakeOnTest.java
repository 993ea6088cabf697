package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.config.format.FileKind;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.balance.TrialBalance;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.takeon.TakeOn;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fund with a year of history changes over. */
class TakeOnTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @Test
  void oneFrancWrongTakesNothingAndTheRightFilesTakeAll(@TempDir Path folder) throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      OldFund old = OldFund.of(fund, folder);
      assertThatThrownBy(() -> take(fund, old.balances()))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("control");

      RunOutcome wrong = take(fund, old.files("-129722"));

      assertThat(wrong.exitCode()).isEqualTo(1);
      assertThat(count(fund, "ledger_entry") + count(fund, "opening_debt")).isZero();
      assertThat(count(fund, "receipt") + count(fund, "earlier_contribution")).isZero();
      assertThat(totals(fund, 1))
          .contains("Compte;701100;;;-129722;-129723;-1;DIFFÈRE;control.csv, ligne 11");
      assertThat(Control.ofEverything(fund.sql())).isEmpty();

      assertThat(take(fund, old.files(OldFund.INCOME)).exitCode()).isZero();

      assertThat(take(fund, old.files(OldFund.INCOME)).result())
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);
      assertThat(totals(fund, 2)).doesNotContain("DIFFÈRE");
      assertThat(count(fund, "earlier_contribution")).isEqualTo(24);
      assertThat(count(fund, "earlier_right")).isEqualTo(1);
      assertThat(balance(fund))
          .contains("110900;opening;0;", "411100;receivable.employer;0;50500;0;50500")
          .contains("419100;advances;0;0;20000;-20000", "521100;bank;0;100000;0;100000")
          .contains("701100;income.contribution.employer;0;0;129723;-129723");
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
      receiptsSettleTheOpeningDebt(fund, folder, old);
      aDeclarationOfBeforeIsRefused(fund, folder, old);
      correction(fund, old);
      assertThat(
              Replay.run(fund.workspace(), new RunKey(TakeOn.NAME, DAY.toString(), 2))
                  .differences())
          .isEmpty();
      assertThat(fund.findings()).isEmpty();
    }
  }

  private static void receiptsSettleTheOpeningDebt(LoadedFund fund, Path folder, OldFund old) {
    Path bank =
        OldFund.write(
            folder.resolve("bank.csv"),
            FileKind.RECEIPTS,
            "R;BK1;;2026-01-20;N1;;51000;;;;solde %s;;;;".formatted(old.debtor()),
            // What was in suspense comes once more from the bank.
            "R;BK1;;2025-12-30;OLD-S;;777;;;;inconnu;;;;");
    RunOutcome intake =
        fund.run(
            FailPoint.NONE,
            ReceiptIntake.NAME,
            Map.of("date", List.of("2026-01-20"), "file", List.of(bank.toString())));
    assertThat(intake.rejects()).isZero();
    assertThat(settle(fund, "2026-01-20").exitCode()).isZero();

    assertThat(sum(fund, old.debtor(), "PAID_CONTRIBUTION")).isEqualTo(50_000);
    assertThat(sum(fund, old.debtor(), "LATE_PAYMENT"))
        .as("one month begun from the day that the file gives, at 1 percent")
        .isEqualTo(500);
    assertThat(sum(fund, old.debtor(), "PAID_LATE_PAYMENT"))
        .as("with what had accrued before")
        .isEqualTo(1_000);
    assertThat(sum(fund, old.advancer(), "ADVANCE")).isEqualTo(20_000);
    assertThat(Control.ofEverything(fund.sql())).isEmpty();
  }

  private static void aDeclarationOfBeforeIsRefused(LoadedFund fund, Path folder, OldFund old) {
    List<Typed.Line> lines = List.of(Typed.Line.of(old.persons().get(0), 100_000));
    String declaration = Typed.declaration(old.debtor(), "original", 1, lines);
    Path file = Typed.file(folder.resolve("late.csv"), declaration.replace("2026-02", "2025-11"));

    RunOutcome outcome = fund.intake(LocalDate.of(2026, 1, 22), file);

    assertThat(
            fund.sql()
                .sql("SELECT code, value FROM line_reject WHERE run_id = ? AND whole")
                .param(outcome.run().id())
                .query((row, n) -> row.getInt(1) + " " + row.getString(2))
                .list())
        .containsExactly("243 2025-11");
    assertThat(Replay.run(fund.workspace(), outcome.run().key()).differences()).isEmpty();
  }

  /** The section is loaded again, with a debt that the old system had forgotten. */
  private static void correction(LoadedFund fund, OldFund old) {
    old.addDebt();
    RunOutcome again = take(fund, old.files("-130723"));

    assertThat(again.exitCode()).isZero();
    assertThat(
            fund.sql()
                .sql(
                    "SELECT count(*) FROM ledger_entry WHERE run_id = ? AND debtor IN ('OPENING',"
                        + " 'CHART')")
                .param(again.run().id())
                .query(Integer.class)
                .single())
        .as("the debt, and the balance of income reversed and posted anew")
        .isEqualTo(3);
    assertThat(settle(fund, "2026-01-21").exitCode()).isZero();
    assertThat(sum(fund, old.advancer(), "PAID_CONTRIBUTION")).isEqualTo(1_000);
    assertThat(Control.ofEverything(fund.sql())).isEmpty();
  }

  @Test
  void aTakeOnThatDiesAnywhereLeavesTheSameBooks(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      OldFund old = OldFund.of(fund, folder);
      List<String> places =
          LoadedFund.untilDone(
              new Random(20_260_101),
              12,
              failing -> take(fund, failing, old.files(OldFund.INCOME)));

      assertThat(places).isNotEmpty();
      assertThat(count(fund, "ledger_entry")).isEqualTo(7);
      assertThat(count(fund, "earlier_contribution")).isEqualTo(24);
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  @Test
  void linesThatCannotBeTakenAreNamedAndNothingIsTaken(@TempDir Path folder) throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      OldFund old = OldFund.of(fund, folder);
      old.add("D;NOBODY;CNSS;2025-11;CONTRIBUTION;2025-12-10;;;;;10;;;");
      old.add("G;;;;;;;411100;;;10;;;");
      old.add("D;%s;CNSS;2025-11;LATE_DECLARATION;2025-12-11;;;;;10;;;".formatted(old.debtor()));
      old.add("A;%s;;;;;;BK1;OLD-A;2025-12-29;20000;;;".formatted(old.advancer()));
      old.add("D;%s;;2025-10;CONTRIBUTION;2025-12-11;;;;;0;;;".formatted(old.debtor()));

      take(fund, old.files(OldFund.INCOME));

      assertThat(
              fund.sql()
                  .sql(
                      "SELECT code FROM line_reject JOIN file USING (file_id) WHERE kind ="
                          + " 'opening_balances' ORDER BY line_no")
                  .query(Integer.class)
                  .list())
          .containsExactly(201, 351, 352, 404, 401);
      assertThat(count(fund, "ledger_entry")).isZero();
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  @Test
  void sectionsComeOneByOneAlsoInWorkbooksAndAreNotWithdrawn(@TempDir Path folder)
      throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      OldFund old = OldFund.of(fund, folder);
      assertThat(take(fund, old.files(OldFund.INCOME)).exitCode()).isZero();
      String other =
          fund.sql()
              .sql("SELECT employer_no FROM employer ORDER BY 1 OFFSET 2 LIMIT 1")
              .query(String.class)
              .single();
      Path south = Files.createDirectories(folder.resolve("sud"));
      Path balances =
          workbook(
              south.resolve("opening-balances.xlsx"),
              FileKind.OPENING_BALANCES,
              "D;%s;CNSS;2025-12;CONTRIBUTION;2026-01-10;;;;;700;;;".formatted(other),
              "G;;;;;;;701100;;;-700;;;");
      Path control =
          OldFund.write(
              south.resolve("control.csv"),
              FileKind.TAKE_ON_CONTROL,
              "SECTION;SUD;;",
              "FILE;opening-balances;2;0",
              "EMPLOYER;%s;;700".formatted(other),
              "ACCOUNT;411100;;700",
              "ACCOUNT;701100;;-700");

      RunOutcome second = take(fund, balances, control);

      assertThat(second.exitCode()).as(second.toString()).isZero();
      assertThat(balance(fund))
          .contains("110900;opening;0;", "411100;receivable.employer;0;51200;0;51200")
          .contains("701100;income.contribution.employer;0;0;130423;-130423");
      assertThatThrownBy(
              () ->
                  fund.run(
                      FailPoint.NONE,
                      FileWithdrawal.NAME,
                      Map.of(
                          "file",
                          List.of("opening-balances.xlsx"),
                          "reason",
                          List.of("wrong"),
                          "date",
                          List.of("2026-01-02"))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("load all files of the section again");
      assertThat(fund.findings()).isEmpty();
    }
  }

  /** The same rows as in a CSV, as somebody's spreadsheet has them. */
  private static Path workbook(Path file, FileKind kind, String... lines) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Tableur", "1.0")) {
      Worksheet sheet = book.newWorksheet("Feuille1");
      List<String> rows = new ArrayList<>(List.of(kind.header()));
      rows.addAll(List.of(lines));
      for (int row = 0; row < rows.size(); row++) {
        String[] cells = rows.get(row).split(";", -1);
        for (int column = 0; column < cells.length; column++) {
          if (cells[column].matches("-?[0-9]+")) {
            sheet.value(row, column, Long.valueOf(cells[column]));
          } else if (!cells[column].isEmpty()) {
            sheet.value(row, column, cells[column]);
          }
        }
      }
    }
    return file;
  }

  private static RunOutcome take(LoadedFund fund, Path... files) {
    return take(fund, FailPoint.NONE, files);
  }

  private static RunOutcome take(LoadedFund fund, FailPoint failing, Path... files) {
    return fund.run(
        failing,
        TakeOn.NAME,
        Map.of(
            "date",
            List.of(DAY.toString()),
            "file",
            List.of(files).stream().map(Path::toString).toList()));
  }

  private static RunOutcome settle(LoadedFund fund, String day) {
    return fund.run(FailPoint.NONE, AccountSettlement.NAME, Map.of("date", List.of(day)));
  }

  private static String totals(LoadedFund fund, int seq) throws IOException {
    return Files.readString(
        fund.workspace().outbox().resolve(DAY + "/take-on-" + seq + "/take-on-" + DAY + ".csv"));
  }

  private static String balance(LoadedFund fund) throws IOException {
    assertThat(
            fund.run(
                    FailPoint.NONE,
                    TrialBalance.NAME,
                    Map.of("period", List.of("2026-01"), "date", List.of("2026-01-02")))
                .exitCode())
        .isZero();
    return Files.readString(
        fund.workspace().outbox().resolve("2026-01/trial-balance-1/trial-balance-2026-01.csv"));
  }

  private static int count(LoadedFund fund, String table) {
    return fund.sql().sql("SELECT count(*) FROM " + table).query(Integer.class).single();
  }

  private static long sum(LoadedFund fund, String employer, String component) {
    return fund.sql()
        .sql(
            """
            SELECT coalesce(sum(amount_minor), 0) FROM standing_entry JOIN employer ON employer_id = debtor_id
            WHERE debtor = 'ACCOUNT' AND employer_no = ? AND component = ?
            """)
        .params(employer, component)
        .query(Long.class)
        .single();
  }
}
