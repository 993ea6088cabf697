package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.app.generate.GeneratedFund;
import org.caisse.app.generate.Scheme;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.writers.document.OgdFile;
import org.caisse.writers.document.StateFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A contribution month of Mali's AMO through the jobs: civil servants, private employees,
 * pensioners and voluntary insured, collected by the INPS and the CMSS, against what the generator
 * knows to be right.
 */
class MaliMonthTest {

  @TempDir private Path folder;

  @Test
  void theMonthOfMaliIsWhatTheTruthSays() throws IOException {
    FundOptions options = FundOptions.sized(11, 120, 1_600, LoadedFund.MONTH).under(Scheme.ML_AMO);
    Path made = folder.resolve("made");
    GeneratedFund generated = FundGenerator.generate(options, made);
    try (LoadedFund fund = LoadedFund.empty(folder, Scheme.ML_AMO.pack())) {
      PreparedHome.copy(made.resolve("declarations"), fund.workspace().inbox());
      RunOutcome registry =
          fund.run(
              FailPoint.NONE,
              RegistryLoad.NAME,
              Map.of(
                  "date", List.of(LoadedFund.MONTH.atDay(1).toString()),
                  "file", List.of(made.resolve("registry").toString())));
      assertThat(registry.exitCode()).as(registry.toString()).isZero();
      fund.month();

      Path truth = made.resolve("truth");
      for (LocalDate day : generated.receipts()) {
        assertThat(employers(fund, day))
            .isEqualTo(rows(truth.resolve("employers-" + day + ".csv")));
      }
      LocalDate last = generated.receipts().getLast();
      assertThat(voluntary(fund)).isEqualTo(rows(truth.resolve("flat-" + last + ".csv")));
      bodies(fund);
      notices(fund);
      EverythingHolds.in(fund);
    }
  }

  private static List<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).sorted().toList();
  }

  private static List<String> employers(LoadedFund fund, LocalDate day) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(';', employer_no, lower(state), persons, base_minor,"
                + " employer_minor, insured_minor, months_late, surcharge_minor) FROM (SELECT"
                + " DISTINCT ON (employer_id) a.* FROM employer_assessment a JOIN run r USING"
                + " (run_id) WHERE business_date <= ? ORDER BY employer_id, run_id DESC) a JOIN"
                + " employer e USING (employer_id) ORDER BY 1")
        .param(day)
        .query(String.class)
        .list();
  }

  private static List<String> voluntary(LoadedFund fund) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(';', population, ogd_no, count(*), sum(insured_minor)) FROM"
                + " assessment WHERE employer_id IS NULL GROUP BY population, ogd_no ORDER BY 1")
        .query(String.class)
        .list();
  }

  /**
   * One file for each collecting body, which adds up, and one for the State, which owes nothing.
   */
  private static void bodies(LoadedFund fund) throws IOException {
    Path outbox = fund.workspace().outbox().resolve("2026-02/contribution-assessment-3");
    for (String body : List.of("INPS", "CMSS")) {
      Path file = outbox.resolve("ogd-" + body + "-2026-02.csv");
      assertThat(OgdFile.verify(file)).isEmpty();
      assertThat(file).content().contains(body.equals("INPS") ? "voluntary_5" : "civil_servant");
    }
    assertThat(StateFile.verify(outbox.resolve("state-2026-02.csv"))).isEmpty();
  }

  /** A private employer is told Mali's rates, its collecting body and the decree. */
  private static void notices(LoadedFund fund) throws IOException {
    Path zip =
        fund.workspace()
            .outbox()
            .resolve("2026-02/contribution-assessment-1/employers-2026-02.zip");
    String employer =
        fund.sql()
            .sql(
                "SELECT min(employer_no) FROM employer_assessment JOIN employer USING (employer_id)"
                    + " WHERE population = 'private_employee' AND state = 'DECLARED' AND"
                    + " employer_assessment.run_id ="
                    + " (SELECT min(run_id) FROM run WHERE job = 'contribution-assessment')")
            .query(String.class)
            .single();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      String notice =
          new String(
              file.getInputStream(file.getEntry(employer + "/avis-d-appel.html")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(notice.replace('\u00a0', ' ').replace('\u202f', ' '))
          .contains("3,5 %", "3,06 %", "10-578", "Prévoyance sociale");
    }
  }
}
