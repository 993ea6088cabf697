package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due days that depend on how many persons were employed on an earlier day. */
class HeadcountDayTest {

  private static final String EMPLOYER = "E000001";

  @TempDir private Path folder;
  private LoadedFund fund;
  private List<String> persons;
  private int files;

  @BeforeEach
  void open() {
    fund = LoadedFund.in(folder);
    persons =
        fund.sql()
            .sql(
                "SELECT DISTINCT person_no FROM person JOIN person_version USING (person_id) WHERE"
                    + " population = '' AND valid_to IS NULL AND valid_from < '2025-12-31' ORDER BY"
                    + " 1 LIMIT 3")
            .query(String.class)
            .list();
  }

  @AfterEach
  void close() {
    fund.close();
  }

  /** From two persons on each month, else each quarter. */
  private void law(String day, String threshold, String other) throws IOException {
    Path pack = fund.workspace().packs().resolve("bf/amu.yaml");
    String text = Files.readString(pack);
    assertThat(text).contains("  due_day: $declaration_due_day\n");
    Files.writeString(
        pack,
        text.replace(
                "  due_day: $declaration_due_day\n",
                "  headcount_on: "
                    + day
                    + "\n  due:\n  - {headcount: {"
                    + threshold
                    + ": $monthly}, every: month, day: $declaration_due_day}\n  - {headcount: {"
                    + other
                    + ": $monthly}, every: quarter, day: $declaration_due_day}\n")
            .replaceFirst(
                "(?m)^parameters:$",
                "parameters:\n  monthly:\n    unit: persons\n    note: test\n    values:\n    -"
                    + " {from: 2024-04-01, value: 2, mark: D, source: test source}"));
  }

  @ParameterizedTest
  @CsvSource({
    "quarter_start, at_least, below, 2026-03-10",
    "quarter_start, above, at_most, 2026-04-10",
    "year_start, at_least, below, 2026-03-10"
  })
  void thoseEmployedOnTheDayAreCountedWithWhatCompletesTheirDeclaration(
      String day, String threshold, String other, String due) throws IOException {
    law(day, threshold, other);
    declare("2026-01", "original", 1, Line.of(persons.get(0), 100_000), half(persons.get(1)));
    declare("2026-02", "original", 1, Line.of(persons.get(0), 100_000));
    assess("2026-03-20");
    assertThat(due()).as("one was there on the first day").isEqualTo("2026-04-10 0 1");

    declare("2026-01", "complement", 2, Line.of(persons.get(2), 100_000));
    assess("2026-03-21");
    int late = due.equals("2026-03-10") ? 1 : 0;
    assertThat(due()).as("two were").isEqualTo(due + " " + late + " 1");
    EverythingHolds.in(fund);
  }

  private static Line half(String person) {
    return new Line(person, "2026-02-15", "", "", "50000");
  }

  private void declare(String month, String kind, int sequence, Line... lines) {
    Path file =
        Typed.file(
            folder.resolve("sent-" + ++files + ".csv"),
            Typed.declaration(EMPLOYER, kind, sequence, List.of(lines)).replace("2026-02", month));
    RunOutcome outcome = fund.intake(LocalDate.parse("2026-03-20"), file);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private void assess(String day) {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            ContributionAssessment.NAME,
            Map.of("period", List.of("2026-02"), "date", List.of(day)));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  /** Due day, months late, persons of February. */
  private String due() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', due, months_late, persons) FROM employer_assessment JOIN"
                + " employer USING (employer_id) WHERE employer_no = ? AND period = '2026-02-01'"
                + " ORDER BY employer_assessment.run_id DESC LIMIT 1")
        .param(EMPLOYER)
        .query(String.class)
        .single();
  }
}
