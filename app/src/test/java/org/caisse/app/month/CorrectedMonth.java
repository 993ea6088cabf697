package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.app.month.Typed.Line;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One employer's month, declared, completed and corrected in files made by hand. */
abstract class CorrectedMonth {

  static final LocalDate FIRST = LocalDate.of(2026, 3, 9);
  static final LocalDate LATER = LocalDate.of(2026, 3, 20);
  static final String EMPLOYER = "E000001";

  @TempDir Path folder;
  LoadedFund fund;
  List<String> persons;
  int files;

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

  String person(int i) {
    return persons.get(i);
  }

  RunOutcome intake(LocalDate day, String... declarations) {
    Path file = Typed.file(folder.resolve("sent-" + ++files + ".csv"), declarations);
    return fund.intake(day, file);
  }

  static String sent(String kind, int sequence, Line... lines) {
    return Typed.declaration(EMPLOYER, kind, sequence, List.of(lines));
  }

  /** Persons with what is posted for them: revisions, base and employer's share. */
  List<String> posted() {
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

  /** The last row of the employer's month. */
  String month() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', state, persons, base_minor, employer_minor, first_filed,"
                + " surcharge_minor) FROM employer_assessment JOIN employer USING (employer_id)"
                + " WHERE employer_no = ? ORDER BY employer_assessment.run_id DESC LIMIT 1")
        .param(EMPLOYER)
        .query(String.class)
        .single();
  }

  void assess(LocalDate day) {
    RunOutcome outcome = fund.assess(day);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  void everythingHolds() {
    EverythingHolds.in(fund);
  }

  List<String> codes() {
    return fund.sql()
        .sql("SELECT code::text FROM line_reject ORDER BY file_id, line_no")
        .query(String.class)
        .list();
  }
}
