package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What somebody sends who wants more than is due, or sends it twice. */
@ResourceLock(TestHome.LOCK)
class HostileInvoicesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 4);
  private static final LocalDate SECOND = LocalDate.of(2026, 3, 5);
  private static final LocalDate MERGED = LocalDate.of(2026, 3, 6);
  private static final LocalDate THIRD = LocalDate.of(2026, 3, 7);

  private static final LocalDate LATE = LocalDate.of(2026, 7, 10);

  @TempDir private Path folder;

  @Test
  void negativeAmountsRefuseTheirLineAndMakeNoTotalTie() throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      Path file =
          care.invoices(
              "negative.csv",
              "CMA-1;N-1;1;;1500;A;2026-02-10;C1;;;;1;2000;2000;;;",
              "CMA-1;N-1;1;;1500;A;2026-02-10;NFS;;;;1;;-500;DR-9;;",
              "CMA-1;N-2;1;;;A;2026-02-11;C1;;;;1;2000;2000;;;",
              "CMA-1;N-2;1;;;A;2026-02-11;NFS;;;;-1;500;-500;DR-9;;");
      assertThat(care.intake(FailPoint.NONE, FIRST, file).rejects()).isEqualTo(3);
      assertThat(rejects(care, FIRST))
          .anyMatch(line -> line.contains("253 INVOICE_TOTAL"))
          .anyMatch(line -> line.contains("402 FIELD_INVALID;quantity;'-1;> 0"));
      assertThat(care.adjudicate(FailPoint.NONE, FIRST).exitCode()).isZero();
      assertThat(care.decided()).containsExactly("CMA-1 N-2 1 1 PAID 2000 amu=1400 copay=600");
      assertThat(care.remit(FailPoint.NONE, FIRST).exitCode()).isZero();
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  @Test
  void anInvoiceInTwoFilesOfADayIsTakenOnceAndAnOlderVersionSaysThatItCountsNot()
      throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      String bill = "CMA-1;F-1;2;;2000;A;2026-02-10;C1;;;;1;2000;2000;;;";
      Path one = care.invoices("one.csv", bill);
      Path other =
          care.invoices("other.csv", bill, "CMA-1;F-2;1;;2000;C;2026-02-10;C1;;;;1;2000;2000;;;");
      assertThat(care.intake(FailPoint.NONE, FIRST, one, other).rejects()).isZero();
      assertThat(
              care.fund()
                  .sql()
                  .sql("SELECT invoice_no || ' ' || status FROM invoice ORDER BY invoice_id")
                  .query(String.class)
                  .list())
          .containsExactly("F-1 FILED", "F-1 REPEATED", "F-2 FILED");
      assertThat(
              Replay.run(
                      care.fund().workspace(), new RunKey(InvoiceIntake.NAME, FIRST.toString(), 1))
                  .differences())
          .isEmpty();

      Path older =
          care.invoices("older.csv", "CMA-1;F-1;1;;4000;A;2026-02-10;C1;;;;2;2000;4000;;;");
      assertThat(care.intake(FailPoint.NONE, SECOND, older).rejects()).isZero();
      assertThat(Files.readString(outbox(care, SECOND, "ack-0001-older.csv")))
          .contains("la version 2 de cette facture est déjà là");
      assertThat(care.caisse("show", "AR-2026-000003").out()).contains("ack-0001-older.csv");
      assertThat(care.adjudicate(FailPoint.NONE, SECOND).exitCode()).isZero();
      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 2 1 PAID 2000 amu=1400 copay=600",
              "CMA-1 F-2 1 1 PAID 2000 amu=1400 copay=600");

      Path padded =
          care.invoices(
              "padded.csv",
              "CMA-1;F-2;2;;4000;C;2026-02-10;C1;;;;1;2000;2000;;;",
              "CMA-1;F-2;2;;4000;C;2026-03-10;C1;;;;1;2000;2000;;;");
      assertThat(care.intake(FailPoint.NONE, LATE, padded).rejects()).isZero();
      run(care.adjudicate(FailPoint.NONE, LATE));
      assertThat(care.decided())
          .as("a number that was sent in before the care keeps no deadline open")
          .contains(
              "CMA-1 F-2 2 1 PAID 2000 amu=1400 copay=600",
              "CMA-1 F-2 2 2 REFUSED 2000 copay=0 518/PROVIDER=2000");
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  @Test
  void whatWasTakenUnderAMergedNumberIsNotThereASecondTime() throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      care.set("prescription_ceiling", "1000");
      care.agreement("once.csv", "PA-1;C;act;IRM;1;1;;;2026-02-01;");
      Path before =
          care.invoices(
              "before.csv",
              "CMA-1;F-1;1;;60000;C;2026-02-10;IRM;;;;1;60000;60000;DR-9;;PA-1",
              "PH-1;F-2;1;;1400;C;2026-02-10;;;;AMXG;2;700;1400;DR-9;ORD-1;");
      assertThat(care.intake(FailPoint.NONE, FIRST, before).rejects()).isZero();
      run(care.adjudicate(FailPoint.NONE, FIRST));
      run(care.remit(FailPoint.NONE, FIRST));
      TestHome.Said merged =
          care.caisse("merge", "A", "C", "--date", MERGED.toString(), "--reason", "one person");
      assertThat(merged.exit()).as(merged.toString()).isZero();

      Path after =
          care.invoices(
              "after.csv",
              "CMA-1;F-3;1;;60000;A;2026-02-20;IRM;;;;1;60000;60000;DR-9;;PA-1",
              "PH-1;F-4;1;;1400;A;2026-02-11;;;;AMXG;2;700;1400;DR-9;ORD-1;");
      assertThat(care.intake(FailPoint.NONE, THIRD, after).rejects()).isZero();
      run(care.adjudicate(FailPoint.NONE, THIRD));
      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 1 1 PAID 60000 amu=42000 copay=18000",
              "CMA-1 F-3 1 1 REFUSED 60000 copay=0 543/PROVIDER=60000",
              "PH-1 F-2 1 1 PAID 1400 amu=980 copay=420",
              "PH-1 F-4 1 1 PAID 1400 amu=20 copay=420 562/PATIENT=960");
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  @Test
  void whatWasTakenUnderAnotherNumberIsItsOwnOnceTheyAreTakenApart() throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      care.set("prescription_ceiling", "1000");
      decided(care, "merge", FIRST);
      Path merged =
          care.invoices(
              "merged.csv", "PH-1;F-1;1;;1400;C;2026-02-10;;;;AMXG;2;700;1400;DR-9;ORD-1;");
      assertThat(care.intake(FailPoint.NONE, FIRST, merged).rejects()).isZero();
      run(care.adjudicate(FailPoint.NONE, FIRST));
      run(care.remit(FailPoint.NONE, FIRST));
      decided(care, "unmerge", MERGED);

      Path apart =
          care.invoices(
              "apart.csv",
              "PH-1;F-2;1;;1400;A;2026-02-11;;;;AMXG;2;700;1400;DR-9;ORD-1;",
              "PH-1;F-3;1;;1400;C;2026-02-11;;;;AMXG;2;700;1400;DR-9;ORD-1;");
      assertThat(care.intake(FailPoint.NONE, THIRD, apart).rejects()).isZero();
      run(care.adjudicate(FailPoint.NONE, THIRD));
      assertThat(care.decided())
          .containsExactly(
              "PH-1 F-1 1 1 PAID 1400 amu=980 copay=420",
              "PH-1 F-2 1 1 PAID 1400 amu=980 copay=420",
              "PH-1 F-3 1 1 PAID 1400 amu=20 copay=420 562/PATIENT=960");
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  private static void decided(CareFund care, String what, LocalDate on) {
    TestHome.Said said =
        care.caisse(what, "A", "C", "--date", on.toString(), "--reason", "one person, or two");
    assertThat(said.exit()).as(said.toString()).isZero();
  }

  private static void run(RunOutcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private static Path outbox(CareFund care, LocalDate day, String name) {
    return care.fund().workspace().outbox().resolve(day + "/invoice-intake-1").resolve(name);
  }

  private static List<String> rejects(CareFund care, LocalDate day) throws IOException {
    return Files.readAllLines(outbox(care, day, "rejects.csv"));
  }
}
