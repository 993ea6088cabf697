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
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Differential declarations: signed days and pay on top of what was declared. */
class DifferentialsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 9);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 20);
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
                    + " population = '' AND valid_to IS NULL AND valid_from < '2026-01-01' ORDER BY"
                    + " 1 LIMIT 4")
            .query(String.class)
            .list();
  }

  @AfterEach
  void close() {
    fund.close();
  }

  private String person(int i) {
    return persons.get(i);
  }

  private RunOutcome intake(LocalDate day, String kind, int sequence, Line... lines) {
    Path file =
        Typed.file(
            folder.resolve("sent-" + ++files + ".csv"),
            Typed.declaration(EMPLOYER, kind, sequence, List.of(lines)));
    return fund.intake(day, file);
  }

  private Line difference(int i, String days, long gross) {
    return new Line(person(i), "", "", days, Long.toString(gross));
  }

  @Test
  void differencesChangeWhatIsPostedAndFallWithWhatTheyChange() throws IOException {
    intake(
        FIRST,
        "original",
        1,
        Line.spell(person(0), 1, 10, 60_000),
        Line.of(person(1), 100_000),
        Line.of(person(2), 300_000));
    assess(FIRST);
    RunOutcome taken =
        intake(
            LATER,
            "differential",
            2,
            difference(0, "-3", -10_001),
            difference(1, "", 250_000),
            difference(2, "1", 5_000),
            difference(2, "", -300_001),
            difference(3, "", 7_000));
    assertThat(taken.exitCode()).isEqualTo(1);
    assess(LATER);
    assertThat(posted())
        .containsExactly(
            person(0) + " 49999 1250", person(1) + " 350000 8750", person(2) + " 300000 7500");
    assertThat(plan()).as("nothing is written anew").containsExactly("AS_READ", "COMPLETED");
    assertThat(month()).isEqualTo("DECLARED 3 699999 17500");
    assertThat(rejects().replace('\u00a0', ' ').replace('\u202f', ' '))
        .contains(
            "L’assuré « " + person(3) + " » n’est pas dans la déclaration",
            "La différence de « 1 » jour laisserait moins que rien",
            "La différence de -300 001 F CFA dépasse le salaire déclaré jusqu’ici, 300 000 F");
    EverythingHolds.in(fund);

    // What was refused comes back corrected: still differences, and each only once.
    Line corrected = difference(2, "", -200_000);
    assertThat(intake(LATER, "correction", 2, corrected).exitCode()).isZero();
    assertThat(intake(LATER, "correction", 2, corrected, difference(1, "-28", 0)).exitCode())
        .isEqualTo(1);
    assess(LATER.plusDays(1));
    assertThat(posted())
        .containsExactly(
            person(0) + " 49999 1250", person(1) + " 350000 8750", person(2) + " 100000 2500");
    assertThat(plan()).containsExactly("AS_READ", "COMPLETED", "COMPLETED");
    EverythingHolds.in(fund);

    intake(LATER.plusDays(2), "replacement", 3, Line.of(person(1), 100_000));
    assess(LATER.plusDays(2));
    assertThat(month()).isEqualTo("DECLARED 1 100000 2500");
    EverythingHolds.in(fund);
  }

  @Test
  void whereOnlyADifferenceIsLeftOfWhatWasWithdrawnNothingIsOwed() {
    intake(FIRST, "original", 1, Line.of(person(0), 100_000));
    intake(FIRST, "complement", 2, Line.of(person(1), 80_000));
    intake(FIRST, "differential", 3, difference(1, "", -30_000));
    assess(FIRST);
    assertThat(posted()).containsExactly(person(0) + " 100000 2500", person(1) + " 50000 1250");
    withdraw("sent-2.csv");
    assess(LATER);
    assertThat(posted()).containsExactly(person(0) + " 100000 2500");
    assertThat(month()).isEqualTo("DECLARED 1 100000 2500");
    EverythingHolds.in(fund);
    assertThat(intake(LATER, "differential", 4, difference(1, "", 1_000)).exitCode())
        .as("there is nothing to change")
        .isEqualTo(1);
  }

  private void assess(LocalDate day) {
    RunOutcome outcome = fund.assess(day);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private void withdraw(String file) {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            FileWithdrawal.NAME,
            Map.of(
                "file", List.of(file),
                "reason", List.of("sent by mistake"),
                "date", List.of(LATER.toString())));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private List<String> posted() {
    return rows(
        "SELECT concat_ws(' ', person_no, sum(base_minor), sum(employer_minor)) FROM contribution"
            + " JOIN employer USING (employer_id) JOIN person USING (person_id) WHERE employer_no ="
            + " ? GROUP BY person_no HAVING sum(base_minor) <> 0 ORDER BY 1");
  }

  private List<String> plan() {
    return rows(
        "SELECT standing FROM employer_standing JOIN employer USING (employer_id) WHERE"
            + " employer_no = ? ORDER BY employer_standing.run_id");
  }

  private String month() {
    return rows("SELECT concat_ws(' ', state, persons, base_minor, employer_minor) FROM"
            + " employer_assessment JOIN employer USING (employer_id) WHERE employer_no = ?"
            + " ORDER BY employer_assessment.run_id DESC LIMIT 1")
        .getFirst();
  }

  private List<String> rows(String query) {
    return fund.sql().sql(query).param(EMPLOYER).query(String.class).list();
  }

  private String rejects() throws IOException {
    Path outbox = fund.workspace().outbox();
    return Files.readString(outbox.resolve(LATER + "/declaration-intake-1/rejects.csv"));
  }
}
