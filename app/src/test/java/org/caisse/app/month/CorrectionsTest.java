package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.verify.Verify;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Complements, and refused lines that come back corrected. */
class CorrectionsTest {

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
                    + " 1 LIMIT 9")
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

  private RunOutcome intake(LocalDate day, String... declarations) {
    Path file = Typed.file(folder.resolve("sent-" + ++files + ".csv"), declarations);
    return fund.intake(day, file);
  }

  private static String sent(String kind, int sequence, Line... lines) {
    return Typed.declaration(EMPLOYER, kind, sequence, List.of(lines));
  }

  /** Persons with what is posted for them: revisions, base and employer's share. */
  private List<String> posted() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', person_no, string_agg(DISTINCT rev::text, '/' ORDER BY"
                + " rev::text), sum(base_minor), sum(employer_minor)) FROM contribution JOIN"
                + " employer USING (employer_id) JOIN person USING (person_id) WHERE employer_no ="
                + " ? GROUP BY person_no ORDER BY 1")
        .param(EMPLOYER)
        .query(String.class)
        .list();
  }

  private List<String> plan() {
    return fund.sql()
        .sql(
            "SELECT standing FROM employer_standing JOIN employer USING (employer_id) WHERE"
                + " employer_no = ? ORDER BY employer_standing.run_id")
        .param(EMPLOYER)
        .query(String.class)
        .list();
  }

  private List<String> declarations() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', kind, sender_seq, nullif(correction, 0), status, accepted,"
                + " coalesce(code, 0)) FROM declaration d LEFT JOIN line_reject r ON"
                + " r.declaration_id = d.declaration_id AND whole WHERE employer_no = ? ORDER BY"
                + " d.declaration_id")
        .param(EMPLOYER)
        .query(String.class)
        .list();
  }

  /** The last row of the employer's month. */
  private String month() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', state, persons, base_minor, employer_minor, first_filed,"
                + " surcharge_minor) FROM employer_assessment JOIN employer USING (employer_id)"
                + " WHERE employer_no = ? ORDER BY employer_assessment.run_id DESC LIMIT 1")
        .param(EMPLOYER)
        .query(String.class)
        .single();
  }

  private void assess(LocalDate day) {
    RunOutcome outcome = fund.assess(day);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private void everythingHolds() {
    assertThat(Verify.run(fund.environment(FailPoint.NONE)).findings()).isEmpty();
    fund.sql()
        .sql("SELECT run_id FROM run WHERE job <> 'registry-load' ORDER BY 1")
        .query(Integer.class)
        .list()
        .forEach(
            id ->
                assertThat(
                        Replay.run(fund.workspace(), fund.runs().find(id).orElseThrow().key())
                            .differences())
                    .isEmpty());
  }

  @Test
  void aComplementAddsPersonsAndSpellsToWhatIsPosted() {
    intake(
        FIRST,
        sent("original", 1, Line.spell(person(0), 1, 10, 60_000), Line.of(person(1), 100_000)));
    assess(FIRST);
    intake(
        LATER,
        sent("complement", 2, Line.spell(person(0), 11, 28, 70_001), Line.of(person(2), 20_000)));
    assess(LATER);
    assertThat(posted())
        .containsExactly(
            person(0) + " 0 130001 3250",
            person(1) + " 0 100000 2500",
            person(2) + " 0 45000 1125");
    assertThat(plan()).containsExactly("AS_READ", "COMPLETED");
    assertThat(month()).isEqualTo("DECLARED 3 275001 6875 2026-03-09 0");
    assess(LATER.plusDays(1));
    everythingHolds();
  }

  @Test
  void refusedLinesThatComeBackCorrectedAreTakenOnce() throws IOException {
    intake(
        FIRST,
        sent(
            "original",
            1,
            Line.of(person(0), 100_000),
            new Line(person(1), "", "", "", "cent mille"),
            Line.of("P99999999", 50_000)));
    assess(FIRST);
    String corrected =
        sent("correction", 1, Line.of(person(1), 100_000), Line.of("P99999999", 50_000));
    assertThat(intake(LATER, corrected).exitCode()).isEqualTo(1);
    assess(LATER);
    // Once more with the second line right, too: the first is known already.
    String both = sent("correction", 1, Line.of(person(1), 100_000), Line.of(person(2), 50_000));
    assertThat(intake(LATER.plusDays(1), both).exitCode()).isEqualTo(1);
    // And the very same rows in another file: nothing is refused, nothing is taken.
    assertThat(intake(LATER.plusDays(2), both, "\n").exitCode()).isZero();
    assess(LATER.plusDays(2));
    assertThat(declarations())
        .containsExactly(
            "ORIGINAL 1 FILED 1 0",
            "CORRECTION 1 1 FILED 1 0",
            "CORRECTION 1 2 FILED 1 0",
            "CORRECTION 1 REPEATED 0 0");
    assertThat(posted())
        .containsExactly(
            person(0) + " 0 100000 2500",
            person(1) + " 0 100000 2500",
            person(2) + " 0 50000 1250");
    assertThat(plan()).containsExactly("AS_READ", "COMPLETED", "COMPLETED");
    everythingHolds();
    Path outbox = fund.workspace().outbox();
    System.out.println(
        Files.readString(outbox.resolve("2026-03-09/declaration-intake-1/rejects.csv")));
    System.out.println(
        Files.readString(outbox.resolve("2026-03-21/declaration-intake-1/rejects.csv")));
    System.out.println(Files.exists(outbox.resolve("2026-03-22/declaration-intake-1/rejects.csv")));
  }
}
