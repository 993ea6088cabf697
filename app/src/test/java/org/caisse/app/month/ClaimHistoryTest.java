package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.verify.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Care that waits, limits over several remittances, what is freed, and who is paid back. */
class ClaimHistoryTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 5);
  private static final LocalDate SECOND = LocalDate.of(2026, 3, 20);
  private static final LocalDate THIRD = LocalDate.of(2026, 4, 5);

  private static final String WAITS =
      "CMA-2 G-1 1 2 PENDED 60000 amu=1600 copay=18000 562/PATIENT=40400";

  /** Benefits began on 1 February 2026. */
  private static final String BEFORE = "CMA-1 R-1 1 2 REFUSED 2000 copay=0 502/PATIENT=2000";

  @Test
  void limitsSpanRemittancesAndWhatIsFreedPaysMoreToWhomTheyHadReduced(@TempDir Path folder)
      throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      care.set("annual_ceiling", "3000");
      care.agreement("asked.csv", "PA-1;C;act;IRM;1;;;;2026-02-20;");
      // 2,100 of the ceiling of 3,000; an MRI without agreement; a consultation that C has paid:
      // 1,400.
      Path first =
          care.invoices(
              "first.csv",
              "CMA-1;F-1;1;;63000;A;2026-02-10;NFS;;;;1;3000;3000;DR-9;;",
              "CMA-1;F-1;1;;63000;C;2026-02-12;IRM;;;;1;60000;60000;DR-9;;",
              "CMA-1;R-1;1;reimbursement;4000;C;2026-02-20;C1;;;;1;2000;2000;;;",
              "CMA-1;R-1;1;reimbursement;4000;C;2025-12-30;C1;;;;1;2000;2000;;;");
      assertThat(care.intake(FailPoint.NONE, FIRST.minusDays(1), first).rejects()).isZero();
      settle(care, FIRST);

      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 1 1 PAID 3000 amu=2100 copay=900",
              "CMA-1 F-1 1 2 REFUSED 60000 copay=0 541/PROVIDER=60000",
              "CMA-1 R-1 1 1 PAID 2000 amu=1400 copay=600",
              BEFORE);
      assertThat(care.ledger())
          .containsExactly("CMA-1 F-1 1 CARE amu 2100", "CMA-1 R-1 1 REIMBURSEMENT amu 1400");
      assertThat(list(care, FIRST, "care-statements"))
          .anyMatch(
              line -> line.contains(";AMU 1 400;0;1400;600;") || line.contains(";0;1400;600;"));

      // A second blood count gets what the ceiling leaves: 900 of 2,100. C's MRI waits for a word,
      // 1,600 are reserved.
      Path second =
          care.invoices(
              "second.csv",
              "CMA-2;G-1;1;;63000;A;2026-02-25;NFS;;;;1;3000;3000;DR-9;;",
              "CMA-2;G-1;1;;63000;C;2026-02-26;IRM;;;;1;60000;60000;DR-9;;PA-1");
      assertThat(care.intake(FailPoint.NONE, SECOND.minusDays(1), second).rejects()).isZero();
      settle(care, SECOND);
      assertThat(care.decided())
          .contains("CMA-2 G-1 1 1 PAID 3000 amu=900 copay=900 562/PATIENT=1200", WAITS);
      assertThat(care.ledger()).contains("CMA-2 G-1 1 CARE amu 900");
      assertThat(list(care, SECOND, "remittance-invoices"))
          .as("invoiced, refused, corrected, told before, waits, told, ...")
          .anyMatch(line -> line.contains(";G-1;1;63000;0;0;0;60000;3000;900;1200;0;900;"));

      // The first hospital takes its blood count back: the ceiling is free for the second's, which
      // is firm already and gets the rest.
      Path third =
          care.invoices("third.csv", "CMA-1;F-1;2;;60000;C;2026-02-12;IRM;;;;1;60000;60000;DR-9;;");
      assertThat(care.intake(FailPoint.NONE, THIRD.minusDays(1), third).rejects()).isZero();
      settle(care, THIRD);
      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 2 1 REFUSED 60000 copay=0 541/PROVIDER=60000",
              "CMA-1 R-1 1 1 PAID 2000 amu=1400 copay=600",
              BEFORE,
              "CMA-2 G-1 1 1 PAID 3000 amu=2100 copay=900",
              WAITS);
      assertThat(care.ledger())
          .containsExactly("CMA-1 R-1 1 REIMBURSEMENT amu 1400", "CMA-2 G-1 1 CARE amu 2100");
      assertThat(care.count("SELECT count(*) FROM claim_told WHERE sign = -1")).isEqualTo(3);
      assertThat(care.fund().findings()).isEmpty();
      for (LocalDate day : List.of(FIRST, SECOND, THIRD)) {
        assertThat(
                Replay.run(
                        care.fund().workspace(),
                        new RunKey(ClaimAdjudication.NAME, day.toString(), 1))
                    .differences())
            .isEmpty();
      }
      whatIsTakenTwiceIsFound(care);
    }
  }

  /** A line that took more of the ceiling than there was would be seen without the rules. */
  private static void whatIsTakenTwiceIsFound(CareFund care) {
    care.fund()
        .sql()
        .sql(
            """
            INSERT INTO claim_consumption (claim_line_id, rev, run_id, n, limit_id, key, on_date, quantity_milli, amount_minor)
            SELECT claim_line_id, rev, run_id, n + 100, limit_id, key, on_date, quantity_milli, 901
            FROM claim_consumption JOIN standing_claim_decision USING (claim_line_id, rev, run_id)
            WHERE limit_id = 'annual' AND amount_minor = 2100
            """)
        .update();
    assertThat(care.fund().findings())
        .extracting(Finding::toString)
        .singleElement(STRING)
        .contains("no limit is exceeded", "annual A", "3001 taken, at most 3000");
  }

  private static void settle(CareFund care, LocalDate day) {
    assertThat(care.adjudicate(FailPoint.NONE, day).exitCode()).isZero();
    assertThat(care.remit(FailPoint.NONE, day).exitCode()).isZero();
  }

  private static List<String> list(CareFund care, LocalDate day, String name) throws IOException {
    return Files.readAllLines(
        care.fund()
            .workspace()
            .outbox()
            .resolve("%s/remittance-1/%s-%s.csv".formatted(day, name, day)));
  }
}
