package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.app.generate.ClaimGenerator;
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.app.generate.GeneratedClaims;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of generated invoices: what their intake takes is what the generator knows. */
class InvoicesAgainstTruthTest {

  @Test
  void everyLineIsTakenOrRefusedForWhatIsWrongWithIt(@TempDir Path folder) throws IOException {
    FundOptions options =
        FundOptions.sized(7, 20, 600, FundOptions.DEMO_PERIOD).withErrors(400).withMess(20);
    Path made = folder.resolve("made");
    FundGenerator.generate(options, made);
    GeneratedClaims claims = ClaimGenerator.generate(options, 3_000, made);

    try (LoadedFund fund = LoadedFund.empty(folder, "bf-amu")) {
      PreparedHome.copy(made.resolve("senders"), fund.workspace().senders());
      RunOutcome registry = run(fund, RegistryLoad.NAME, "2026-02-01", made.resolve("registry"));
      assertThat(registry.rejects()).isZero();
      List<String> rejects = new ArrayList<>();
      for (LocalDate day : claims.receipts()) {
        run(fund, InvoiceIntake.NAME, day.toString(), made.resolve("invoices/" + day));
        assertThat(
                Replay.run(fund.workspace(), new RunKey(InvoiceIntake.NAME, day.toString(), 1))
                    .differences())
            .isEmpty();
      }
      rejects.addAll(
          rows(
              fund,
              "SELECT received_on || '/' || name || ';' || line_no || ';' || code FROM line_reject"
                  + " JOIN file USING (file_id) ORDER BY file_id, line_no"));

      assertThat(files(fund)).containsExactlyInAnyOrderElementsOf(truth(made, "invoices.csv"));
      assertThat(claims.rejects()).isGreaterThan(100);
      assertThat(rejects).hasSize((int) claims.rejects());
      assertThat(rejects)
          .containsExactlyInAnyOrderElementsOf(
              truth(made, "invoice-rejects.csv").stream()
                  .map(InvoicesAgainstTruthTest::numbered)
                  .toList());
      assertThat(rows(fund, "SELECT count(*)::text FROM invoice WHERE status = 'REPEATED'"))
          .isNotEqualTo(List.of("0"));
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  private static String numbered(String line) {
    String[] fields = line.split(";", -1);
    return fields[0]
        + ";"
        + fields[1]
        + ";"
        + org.caisse.domain.reject.RejectCode.valueOf(fields[2]).number();
  }

  private static List<String> files(LoadedFund fund) {
    return rows(
        fund,
        "SELECT concat_ws(';', received_on || '/' || name, person_lines, accepted, rejected,"
            + " repeated_lines, amount_minor, accepted_amount_minor) FROM file_result JOIN file"
            + " USING (file_id) WHERE kind = 'invoices' ORDER BY split_part(name, '.', 1) COLLATE"
            + " \"C\"");
  }

  private static RunOutcome run(LoadedFund fund, String job, String date, Path files) {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE, job, Map.of("date", List.of(date), "file", List.of(files.toString())));
    assertThat(outcome.result()).as(outcome.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    return outcome;
  }

  private static List<String> rows(LoadedFund fund, String sql) {
    return fund.sql().sql(sql).query(String.class).list();
  }

  private static List<String> truth(Path made, String name) throws IOException {
    List<String> lines = Files.readAllLines(made.resolve("truth").resolve(name));
    return lines.subList(1, lines.size());
  }
}
