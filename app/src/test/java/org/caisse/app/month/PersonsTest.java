package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.person.PersonMatch;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person under two numbers: found, decided on, and what follows for what is owed. */
class PersonsTest {

  private static final String EMPLOYER = "E000001";
  private static final String OTHER = "E000002";

  @TempDir private Path folder;
  private LoadedFund fund;

  @BeforeEach
  void open() throws IOException {
    fund = LoadedFund.in(folder);
    Path persons = folder.resolve("persons-typed.csv");
    Files.writeString(
        persons,
        """
        person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to
        T1;OUEDRAOGO;Awa;1985-06-12;F;;;2025-01-01;
        T2;Awa;Ouédraogo;1985-06-12;F;;;2025-01-01;2026-02-15
        T3;COMPAORE;Hassane;1992-05-05;M;;;2025-01-01;
        T4;COMPAORE;Housseini;1992-05-05;M;;;2025-01-01;2026-01-15
        T5;TAPSOBA;Jean;1980-05-05;M;informal;MUTUELLES;2025-01-01;
        T6;TAPSOBA;Jean Paul;1980-05-05;M;informal;MUTUELLES;2025-01-01;
        T7;WANGRAWA;Salif;1979-11-30;M;;;2025-01-01;
        T8;OUANGRAOUA;Salif;1979-11-30;M;;;2025-01-01;
        """);
    RunOutcome loaded =
        fund.run(
            FailPoint.NONE,
            RegistryLoad.NAME,
            Map.of("date", List.of("2026-03-01"), "file", List.of(persons.toString())));
    assertThat(loaded.exitCode()).as(loaded.toString()).isZero();
  }

  @AfterEach
  void close() {
    fund.close();
  }

  @Test
  void aMergeChangesWhatIsOwedAndIsTakenBackWithoutATrace() {
    declare(EMPLOYER, "2026-03-09", 1, Line.of("T1", 30_000), Line.of("T2", 30_000));
    assess("2026-03-09");
    assertThat(month()).as("each on the floor").isEqualTo("2 2250 2250");
    assertThat(flat("T6")).isEqualTo(4_000);

    match("2026-03-10");
    assertThat(candidates("2026-03-10")).containsExactlyInAnyOrder("T1 T2", "T5 T6", "T7 T8");
    decide("distinct", "T7", "T8", "2026-03-10");
    decide("merge", "T1", "T2", "2026-03-10");
    decide("merge", "T5", "T6", "2026-03-10");
    assertThat(read("2026-03-10/person-decision-2/both-numbers.csv"))
        .contains("T1;T2;2026-02;E000001;30000;30000;", "déclaré deux fois");
    match("2026-03-11");
    assertThat(candidates("2026-03-11")).as("what was decided is not shown again").isEmpty();
    refusals();

    assess("2026-03-11");
    assertThat(month()).as("one person, above the floor").isEqualTo("1 1500 1500");
    assertThat(flat("T5")).isEqualTo(4_000);
    assertThat(flat("T6")).isZero();
    assertThat(assess("2026-03-12").result()).isEqualTo(RunOutcome.Result.ALREADY_DONE);

    decide("unmerge", "T1", "T2", "2026-03-12");
    assess("2026-03-12");
    assertThat(month()).isEqualTo("2 2250 2250");
    match("2026-03-12");
    assertThat(candidates("2026-03-12")).as("two persons, it was said").isEmpty();
    everythingHolds();
  }

  @Test
  void aDeclarationWithTheOtherNumberIsOfThePersonAndSaysSo() {
    decide("merge", "T1", "T2", "2026-03-02");
    decide("merge", "T3", "T4", "2026-03-02");
    RunOutcome outcome =
        declare(
            OTHER,
            "2026-03-09",
            1,
            Line.spell("T2", 1, 10, 30_000),
            Line.spell("T1", 20, 28, 30_000),
            Line.spell("T2", 25, 28, 50_000),
            Line.of("T4", 100_000));
    assertThat(outcome.rejects()).as("days that are declared already").isEqualTo(1);
    assertThat(read("2026-03-09/declaration-intake-1/rejects.csv")).contains("SPELL_OVERLAP");
    assertThat(read("2026-03-09/declaration-intake-1/ack-0001-sent-1.csv.html"))
        .contains("T2 est le numéro d’une personne connue sous T1");
    assess("2026-03-09");
    assertThat(month(OTHER)).as("both spells together").isEqualTo("2 4000 4000");

    decide("unmerge", "T1", "T2", "2026-03-10");
    assess("2026-03-10");
    assertThat(month(OTHER)).isEqualTo("3 4750 4750");
    everythingHolds();
  }

  @Test
  void aSearchThatDiesAnywhereFindsTheSame() {
    LoadedFund calm = fund;
    match("2026-03-10");
    List<String> found = candidates("2026-03-10");
    List<String> places =
        LoadedFund.untilDone(new Random(31), 4, failing -> match(failing, "2026-03-11"));

    assertThat(places).isNotEmpty();
    assertThat(candidates("2026-03-11")).isEqualTo(found);
    assertThat(read("2026-03-11/person-match-1/candidates-2026-03-11.csv").lines().skip(1))
        .containsExactlyElementsOf(
            read("2026-03-10/person-match-1/candidates-2026-03-10.csv").lines().skip(1).toList());
    assertThat(Control.ofEverything(calm.sql())).isEmpty();
  }

  private void refusals() {
    assertThatThrownBy(() -> decide("merge", "T3", "T2", "2026-03-11"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("T2 belongs to T1 already");
    assertThatThrownBy(() -> decide("merge", "T1", "T1", "2026-03-11"))
        .hasMessageContaining("one number");
    assertThatThrownBy(() -> decide("distinct", "T1", "T2", "2026-03-11"))
        .hasMessageContaining("one person by a decision");
    assertThatThrownBy(() -> decide("unmerge", "T3", "T4", "2026-03-11"))
        .hasMessageContaining("nothing to take back");
    assertThatThrownBy(() -> decide("merge", "T3", "T4", "2026-03-01"))
        .hasMessageContaining("2026-03-10 or later");
    assertThatThrownBy(() -> decide("merge", "T3", "T9", "2026-03-11"))
        .hasMessageContaining("no such person");
  }

  private RunOutcome declare(String employer, String day, int sequence, Line... lines) {
    Path file =
        Typed.file(
            folder.resolve("sent-" + sequence + ".csv"),
            Typed.declaration(employer, "original", sequence, List.of(lines)));
    RunOutcome outcome = fund.intake(LocalDate.parse(day), file);
    assertThat(outcome.exitCode()).as(outcome.toString()).isLessThan(2);
    return outcome;
  }

  private RunOutcome assess(String day) {
    RunOutcome outcome = fund.assess(LocalDate.parse(day));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    return outcome;
  }

  private RunOutcome match(FailPoint failing, String day) {
    return fund.run(failing, PersonMatch.NAME, Map.of("date", List.of(day)));
  }

  private void match(String day) {
    RunOutcome outcome = match(FailPoint.NONE, day);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private void decide(String kind, String keep, String drop, String day) {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            PersonDecision.NAME,
            Map.of(
                "kind", List.of(kind),
                "keep", List.of(keep),
                "drop", List.of(drop),
                "by", List.of("Awa"),
                "reason", List.of("acte de naissance"),
                "date", List.of(day)));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private String month() {
    return month(EMPLOYER);
  }

  private String month(String employer) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', persons, employer_minor, insured_minor) FROM employer_assessment"
                + " a JOIN employer USING (employer_id) WHERE employer_no = ? ORDER BY a.run_id"
                + " DESC LIMIT 1")
        .param(employer)
        .query(String.class)
        .single();
  }

  private long flat(String person) {
    return fund.sql()
        .sql(
            "SELECT coalesce(sum(amount_minor), 0) FROM standing_entry JOIN person ON person_id ="
                + " debtor_id WHERE debtor = 'PERSON' AND person_no = ?")
        .param(person)
        .query(Long.class)
        .single();
  }

  /** The pairs of a search in which the typed persons stand. */
  private List<String> candidates(String day) {
    return fund.sql()
        .sql(
            "SELECT a.person_no || ' ' || b.person_no FROM person_candidate c JOIN run USING"
                + " (run_id) JOIN person a ON a.person_id = person_a JOIN person b ON b.person_id ="
                + " person_b WHERE scope = ? AND (a.person_no LIKE 'T%' OR b.person_no LIKE 'T%')"
                + " ORDER BY 1")
        .param(day)
        .query(String.class)
        .list();
  }

  private String read(String file) {
    try {
      return Files.readString(fund.workspace().outbox().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void everythingHolds() {
    assertThat(fund.findings()).isEmpty();
    List<String> replayed = new ArrayList<>();
    fund.sql()
        .sql(
            "SELECT run_id FROM run WHERE job NOT IN ('registry-load', 'person-decision') ORDER BY"
                + " 1")
        .query(Integer.class)
        .list()
        .forEach(
            id -> {
              var key = fund.runs().find(id).orElseThrow().key();
              assertThat(Replay.run(fund.workspace(), key).differences()).as(key.label()).isEmpty();
              replayed.add(key.job());
            });
    assertThat(replayed).isNotEmpty();
  }
}
