package org.caisse.app.month;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.takeon.TakeOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Employers that did not declare, under a pack by which they are assessed by default. */
class DefaultAssessmentTest {

  private static final String EMPLOYER = "E000001";

  @TempDir private Path folder;
  private LoadedFund fund;

  @BeforeEach
  void open() throws IOException {
    fund = LoadedFund.in(folder);
    Path pack = fund.workspace().packs().resolve("bf/amu.yaml");
    Files.writeString(
        pack,
        Files.readString(pack)
            .replaceFirst(
                "(?m)^parameters:\n",
                """
                parameters:
                  default_increase:
                    unit: percent
                    note: test
                    values:
                    - {from: 2024-04-01, value: 10, mark: C, source: test}
                """)
            .replace(
                "  late_per_month: $late_declaration",
                "  default_increase: $default_increase%n  late_per_month: $late_declaration"
                    .formatted()));
  }

  @AfterEach
  void close() {
    fund.close();
  }

  @Test
  void theLastRealDeclarationIsAssessedUntilARealOneReplacesIt() throws IOException {
    List<Line> lines = List.of(Line.of(person(), 100_020));
    declare("2026-02", "2026-03-09", lines);
    assess("2026-02", "2026-03-09");
    assertThat(month("2026-02")).isEqualTo("DECLARED 1 2501 2501 0");

    assess("2026-03", "2026-04-10");
    assertThat(month("2026-03")).as("not overdue").isEqualTo("MISSING 0 0 0 0");

    assess("2026-03", "2026-04-11");
    assertThat(month("2026-03")).isEqualTo("DEFAULT 0 2751 2751 0 2026-02-01");
    assertThat(standing("2026-03")).isEqualTo("EMPLOYER 2751, INSURED 2751");
    assertThat(others()).as("without history").isEqualTo("MISSING");
    assertThat(notice("2026-03", 2))
        .contains("taxation d’office", "augmentées de 10", "Pour la faire remplacer");

    assess("2026-04", "2026-05-11");
    assertThat(month("2026-04"))
        .as("not on top of another default")
        .isEqualTo("DEFAULT 0 2751 2751 0 2026-02-01");

    declare("2026-03", "2026-05-12", List.of(Line.of(person(), 200_000)));
    assess("2026-03", "2026-05-12");
    assertThat(month("2026-03")).isEqualTo("DECLARED 1 5000 5000 200");
    assertThat(standing("2026-03")).isEqualTo("EMPLOYER 200, EMPLOYER 5000, INSURED 5000");
    assess("2026-04", "2026-05-12");
    assertThat(month("2026-04")).isEqualTo("DEFAULT 0 5500 5500 0 2026-03-01");

    declare("2026-04", "2026-05-13", List.of());
    assess("2026-04", "2026-05-13");
    assertThat(month("2026-04")).isEqualTo("NIL 0 0 0 0");
    assertThat(standing("2026-04")).isEmpty();
    EverythingHolds.in(fund);
  }

  @Test
  void afterTheDaysOfGraceAFixedPenaltyIsAddedAndStays() throws IOException {
    Path pack = fund.workspace().packs().resolve("bf/amu.yaml");
    Files.writeString(
        pack,
        Files.readString(pack)
            .replaceFirst(
                "(?m)^parameters:\n",
                """
                parameters:
                  grace:
                    unit: days
                    note: test
                    values:
                    - {from: 2024-04-01, value: 5, mark: D, source: test}
                  penalty:
                    unit: XOF
                    note: test
                    values:
                    - {from: 2024-04-01, value: 7500, mark: D, source: test}
                """)
            .replace(
                "  default_increase: $default_increase\n",
                """
                  default_increase: $default_increase
                  default_grace: $grace
                  default_penalty: $penalty
                  penalty: stays
                """));
    declare("2026-02", "2026-03-09", List.of(Line.of(person(), 100_020)));
    assess("2026-02", "2026-03-09");
    assess("2026-03", "2026-04-11");
    assess("2026-03", "2026-04-15");
    assertThat(month("2026-03")).as("in the days of grace").isEqualTo("MISSING 0 0 0 0");

    assess("2026-03", "2026-04-16");
    assertThat(month("2026-03")).isEqualTo("DEFAULT 0 2751 2751 7500 2026-02-01");
    assertThat(notice("2026-03", 2)).contains("Pénalité forfaitaire");

    declare("2026-03", "2026-05-12", List.of(Line.of(person(), 200_000)));
    assess("2026-03", "2026-05-12");
    assertThat(month("2026-03"))
        .as("1 % of 10,000 for each of two months, and the penalty")
        .isEqualTo("DECLARED 1 5000 5000 7700");
    assertThat(standing("2026-03")).isEqualTo("EMPLOYER 5000, EMPLOYER 7700, INSURED 5000");
    assertThat(notice("2026-03", 3)).contains("Pénalité forfaitaire");
    EverythingHolds.in(fund);
  }

  private String person() {
    return fund.sql()
        .sql(
            "SELECT min(person_no) FROM person JOIN person_version USING (person_id) WHERE"
                + " population = '' AND valid_to IS NULL AND valid_from < '2026-01-01'")
        .query(String.class)
        .single();
  }

  @Test
  void theLastMonthOfAnOldSystemIsAssessedWhenThereIsNoneOfOurs() {
    OldFund old = OldFund.of(fund, folder);
    assertThat(old.debtor()).isEqualTo(EMPLOYER);
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            TakeOn.NAME,
            Map.of(
                "date",
                List.of("2026-01-01"),
                "file",
                Stream.of(old.files(OldFund.INCOME)).map(Path::toString).toList()));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();

    assess("2026-03", "2026-04-11");

    assertThat(month("2026-03")).isEqualTo("DEFAULT 0 5500 5500 0 2025-12-01");
    assertThat(Control.ofEverything(fund.sql())).isEmpty();
  }

  private void declare(String month, String day, List<Line> lines) {
    String kind = lines.isEmpty() ? "nil" : "original";
    Path file =
        Typed.file(
            folder.resolve("sent-" + month + ".csv"),
            Typed.declaration(EMPLOYER, kind, 1, lines).replace("2026-02", month));
    RunOutcome outcome = fund.intake(LocalDate.parse(day), file);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private void assess(String month, String day) {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            ContributionAssessment.NAME,
            Map.of("period", List.of(month), "date", List.of(day)));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private String month(String month) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', state, persons, employer_minor, insured_minor, surcharge_minor,"
                + " default_of) FROM employer_assessment JOIN employer USING (employer_id) WHERE"
                + " employer_no = ? AND to_char(period, 'YYYY-MM') = ? ORDER BY"
                + " employer_assessment.run_id DESC LIMIT 1")
        .params(EMPLOYER, month)
        .query(String.class)
        .single();
  }

  /** The states of those that never declared. */
  private String others() {
    return fund.sql()
        .sql(
            "SELECT string_agg(DISTINCT state, ' ') FROM employer_assessment JOIN employer USING"
                + " (employer_id) WHERE employer_no <> ?")
        .param(EMPLOYER)
        .query(String.class)
        .single();
  }

  private String standing(String month) {
    return fund.sql()
        .sql(
            "SELECT coalesce(string_agg(payer || ' ' || amount_minor, ', ' ORDER BY payer,"
                + " amount_minor), '') FROM standing_entry JOIN employer ON employer_id = debtor_id"
                + " WHERE debtor = 'EMPLOYER' AND employer_no = ? AND to_char(value_period,"
                + " 'YYYY-MM') = ?")
        .params(EMPLOYER, month)
        .query(String.class)
        .single();
  }

  private String notice(String month, int sequence) throws IOException {
    Path zip =
        fund.workspace()
            .outbox()
            .resolve(month + "/contribution-assessment-" + sequence)
            .resolve("employers-" + month + ".zip");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return new String(
          file.getInputStream(
                  file.stream()
                      .filter(e -> e.getName().matches(".*E000001/avis.*"))
                      .findFirst()
                      .orElseThrow())
              .readAllBytes(),
          UTF_8);
    }
  }
}
