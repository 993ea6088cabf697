package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.claim.CareRemittance;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A right that is closed for days that have passed: what was paid stays paid, and is claimed. */
class ClosedLateTest {

  @Test
  void whatWasPaidIsClaimedFromWhoeverCausedItAsLongAsTheRightIsClosed(@TempDir Path folder)
      throws IOException {
    try (LoadedFund fund = LoadedFund.empty(folder, "bf-amu")) {
      RightsBook book = new RightsBook(fund, folder).begin();
      CareRegistry.loadConsultation(fund, folder);
      for (int month = 1; month <= 3; month++) {
        book.declare("2026-0" + month, "2026-0%d-05".formatted(month + 1), 1, "AWA", "SALIF");
        book.pay("2026-0%d-09".formatted(month + 1), 20_000);
      }
      book.entitle("2026-04-10");
      Path invoice =
          Files.writeString(
              folder.resolve("f.csv"),
              """
              provider;invoice;person;care_on;act;charged
              CMA-1;F-1;AWA;2026-05-10;C1;2000
              CMA-1;F-1;SALIF;2026-05-10;C1;2000
              CMA-1;F-1;ISSA;2026-05-11;C1;2000
              """);
      run(fund, InvoiceIntake.NAME, "2026-05-20", "file", invoice.toString());
      decide(fund, "2026-05-21");
      assertThat(list(fund, "2026-05-21")).as("nothing was closed").doesNotExist();

      // March is declared anew without Awa: she never waited long enough.
      book.declare("2026-03", "2026-06-18", 2, "SALIF");
      book.entitle("2026-06-20");
      decide(fund, "2026-06-21");

      assertThat(Files.readAllLines(list(fund, "2026-06-21")))
          .hasSize(3)
          .anyMatch(line -> line.startsWith("employeur;E000001;AWA;AWA;2026-05-10;CMA-1;F-1;1;1;"))
          .anyMatch(
              line ->
                  line.startsWith("employeur;E000001;AWA;ISSA;2026-05-11;CMA-1;F-1;1;3;")
                      && line.contains(";1400;2026-05-22/remittance-1;2026-04-01;2026-06-20;")
                      && line.contains("Réclamez le montant à l’employeur"));
      assertThat(
              fund.sql()
                  .sql("SELECT count(*) FROM claim_decision WHERE rev > 1")
                  .query(Long.class)
                  .single())
          .as("what was told stays as it is")
          .isZero();

      assertThat(owed(fund))
          .as("the employer owes what it had cost")
          .isEqualTo("EMPLOYER_CARE E000001 2026-05-01 2800");
      assertThat(
              Files.readString(list(fund, "2026-06-21").resolveSibling("journal-2026-06-21.csv")))
          .contains("2026-05/E000001;1;;EMPLOYER_CARE;;CLOSED_LATE;amu;411100;2800;0")
          .contains("2026-05/E000001;1;;EMPLOYER_CARE;;CLOSED_LATE;amu;651500;0;2800");

      // Asked again, nothing is claimed twice.
      decide(fund, "2026-06-22");
      assertThat(owed(fund)).isEqualTo("EMPLOYER_CARE E000001 2026-05-01 2800");

      // A third declaration has her again: nothing is to be claimed.
      book.declare("2026-03", "2026-06-23", 3, "AWA", "SALIF");
      book.entitle("2026-06-24");
      decide(fund, "2026-06-25");
      assertThat(book.stands()).contains("AWA amu 2026-04-01 - WAITED -");
      assertThat(Files.readAllLines(list(fund, "2026-06-25"))).hasSize(1);
      assertThat(owed(fund)).isEmpty();
      assertThat(
              fund.sql()
                  .sql("SELECT count(*) FROM ledger_entry WHERE component = 'CLOSED_LATE'")
                  .query(Long.class)
                  .single())
          .as("what was claimed is taken back, not deleted")
          .isEqualTo(2);
      assertThat(fund.findings()).isEmpty();
    }
  }

  /** What is claimed by the ledger, a line for each debtor and month. */
  private static String owed(LoadedFund fund) {
    return String.join(
        "\n",
        fund.sql()
            .sql(
                """
                SELECT l.debtor || ' ' || coalesce(e.employer_no, p.person_no) || ' ' || l.value_period || ' '
                       || sum(CASE WHEN l.reverses IS NULL THEN l.amount_minor ELSE -l.amount_minor END)
                FROM ledger_entry l
                LEFT JOIN employer e ON l.debtor = 'EMPLOYER_CARE' AND e.employer_id = l.debtor_id
                LEFT JOIN person p ON l.debtor = 'PERSON_CARE' AND p.person_id = l.debtor_id
                WHERE l.component = 'CLOSED_LATE'
                GROUP BY l.debtor, e.employer_no, p.person_no, l.value_period
                HAVING sum(CASE WHEN l.reverses IS NULL THEN l.amount_minor ELSE -l.amount_minor END) <> 0
                ORDER BY 1\
                """)
            .query(String.class)
            .list());
  }

  private static void decide(LoadedFund fund, String day) {
    run(fund, ClaimAdjudication.NAME, day);
    run(fund, CareRemittance.NAME, day.equals("2026-05-21") ? "2026-05-22" : day);
  }

  private static void run(LoadedFund fund, String job, String day, String... more) {
    Map<String, List<String>> given =
        more.length == 0
            ? Map.of("date", List.of(day))
            : Map.of("date", List.of(day), more[0], List.of(more[1]));
    assertThat(fund.run(FailPoint.NONE, job, given).exitCode()).isZero();
  }

  private static Path list(LoadedFund fund, String day) {
    return fund.workspace()
        .outbox()
        .resolve("%s/claim-adjudication-1/closed-late-%s.csv".formatted(day, day));
  }
}
