package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.expected.DeclarationControl;
import org.caisse.jobs.expected.ExpectedIntake;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month's declarations against lists, the month before and the floor. */
class DeclarationControlTest {

  private static final String HEADER =
      "list;period;employer;person;national_id;last_name;first_name;birth_date;sex;pay";

  @TempDir private Path folder;
  private LoadedFund fund;
  private int files;

  @BeforeEach
  void open() {
    fund = LoadedFund.in(folder);
    write(
        "persons-typed.csv",
        "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to",
        "T1;OUEDRAOGO;Awa;1985-06-12;F;;;2025-01-01;",
        "T2;OUEDRAOGO;Awa;1985-06-12;F;;;2025-01-01;",
        "T3;COMPAORE;Hassane;1992-05-05;M;;;2025-01-01;",
        "T4;ZONGO;Mariam;1988-07-08;F;;;2025-01-01;",
        "T5;SANOU;Paul;1990-01-01;M;;;2025-01-01;",
        "T6;KABORE;Ali;1980-03-04;M;;;2025-01-01;");
    write(
        "identifiers-typed.csv",
        "person;kind;value;valid_from;valid_to",
        "T4;national_id;BF-4;2025-01-01;",
        "T5;national_id;BF-5;2025-01-01;",
        "T6;national_id;BF-5;2025-01-01;",
        "T5;phone;70 11 22 33;2025-01-01;",
        "T9;phone;70 11 22 34;2025-01-01;",
        "T5;phone;70 11 22 35;2025-01-01;");
    RunOutcome loaded =
        fund.run(
            FailPoint.NONE,
            RegistryLoad.NAME,
            Map.of(
                "date",
                List.of("2026-03-01"),
                "file",
                List.of(
                    folder.resolve("persons-typed.csv").toString(),
                    folder.resolve("identifiers-typed.csv").toString())));
    assertThat(loaded.rejects()).as("nobody has T9; T5 has two telephones").isEqualTo(2);
    declare("2026-01", "E000001", Line.of("T1", 100_000), Line.of("T3", 100_000));
    declare("2026-01", "E000002", Line.of("T6", 80_000));
  }

  @AfterEach
  void close() {
    fund.close();
  }

  @Test
  void whoIsExpectedAndNotDeclaredIsFoundAndEverythingTies() {
    // T1 is known as T2, too: declared with the one, on the list with the other.
    decide();
    declare("2026-02", "E000001", Line.of("T2", 70_000), Line.of("T6", 40_000));
    RunOutcome lists =
        lists(
            "solde.csv",
            HEADER,
            "solde;2026-02;E000001;T1;;;;;;150000",
            "solde;2026-02;E000001;;BF-4;ZONGO;Mariam;;F;120000",
            "solde;2026-02;E000001;;BF-5;SANOU;Paul;;M;90000",
            "solde;2026-02;E999999;T5;;;;;;",
            "solde;2026-02;E000001;;;;;;;90000",
            "solde;février;E000001;T5;;;;;;");
    assertThat(lists.rejects()).as("nobody named; no month").isEqualTo(2);

    control(FailPoint.NONE, "2026-03-12");

    assertThat(findings("E000001"))
        .containsExactly(
            "NOT_LISTED T6 null 0",
            "PAY_BELOW_FLOOR T6 45000 0",
            "PAY_BELOW_LIST T1 150000 4000",
            "PAY_DROPPED T1 100000 1500",
            "PERSON_UNKNOWN BF-5 90000 4500",
            "UNDECLARED_LISTED T4 120000 6000",
            "UNDECLARED_SINCE T3 100000 5000");
    assertThat(findings("E000002")).containsExactly("EMPLOYER_SILENT T6 80000 4000");
    assertThat(findings("E999999")).containsExactly("EMPLOYER_UNKNOWN T5 null 0");
    assertThat(total("silent_employer")).as("all but one").isEqualTo(employers() - 1);
    String ogd = ogd("E000001");
    assertThat(read("persons-to-check-" + ogd + "-2026-02.csv"))
        .contains(
            "sur une liste, non déclaré(e);T4;ZONGO;Mariam;1988-07-08;solde;0;120000;6000;",
            "sur une liste, absent(e) du registre;;SANOU;Paul;");
    assertThat(read("silent-employers-" + ogd("E000002") + "-2026-02.csv"))
        .containsPattern("E000002;[^;]*;2026-01;1;1;4000;\"?Appelez");
    assertThat(read("control-totals-2026-02.csv"))
        .contains(";employeur absent du registre;1;1;0")
        .as("nine findings and the contributions of all of them")
        .containsPattern("\n;[^;]*;[0-9]+;9;25000;");
    assertThat(Files.exists(outbox("persons-to-check-" + ogd + "-2026-02.xlsx"))).isTrue();
    holds();

    assertThat(control(FailPoint.NONE, "2026-03-12").result())
        .isEqualTo(RunOutcome.Result.ALREADY_DONE);
    lists("solde-2.csv", HEADER, "solde;2026-02;E000001;T1;;;;;;70000");
    control(FailPoint.NONE, "2026-03-13");
    assertThat(findings("E000001"))
        .as("the list that came last counts whole")
        .containsExactly(
            "NOT_LISTED T6 null 0",
            "PAY_BELOW_FLOOR T6 45000 0",
            "PAY_DROPPED T1 100000 1500",
            "UNDECLARED_SINCE T3 100000 5000");
  }

  @Test
  void aControlThatDiesAnywhereFindsTheSameAndNobodyIsSilentInTime() {
    control(FailPoint.NONE, "2026-03-10");
    assertThat(total("silent_employer")).as("due on the 10th").isZero();
    assertThat(total("control_finding")).isZero();
    List<String> places =
        LoadedFund.untilDone(new Random(32), 4, failing -> control(failing, "2026-03-11"));

    assertThat(places).isNotEmpty();
    assertThat(findings("E000001"))
        .containsExactly("EMPLOYER_SILENT T1 100000 5000", "EMPLOYER_SILENT T3 100000 5000");
    holds();
  }

  private void decide() {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            PersonDecision.NAME,
            Map.of(
                "kind", List.of("merge"),
                "keep", List.of("T1"),
                "drop", List.of("T2"),
                "by", List.of("Awa"),
                "reason", List.of("acte de naissance"),
                "date", List.of("2026-03-02")));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private void declare(String month, String employer, Line... lines) {
    Path file =
        Typed.file(
            folder.resolve("sent-" + ++files + ".csv"),
            Typed.declaration(employer, "original", 1, List.of(lines)).replace("2026-02", month));
    RunOutcome outcome = fund.intake(LocalDate.parse("2026-03-09"), file);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  private RunOutcome lists(String name, String... rows) {
    Path file = write(name, rows);
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            ExpectedIntake.NAME,
            Map.of("date", List.of("2026-03-12"), "file", List.of(file.toString())));
    assertThat(outcome.exitCode()).as(outcome.toString()).isLessThan(2);
    return outcome;
  }

  private RunOutcome control(FailPoint failing, String day) {
    RunOutcome outcome =
        fund.run(
            failing,
            DeclarationControl.NAME,
            Map.of("period", List.of("2026-02"), "date", List.of(day)));
    if (failing == FailPoint.NONE) {
      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    }
    return outcome;
  }

  private Path write(String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int last() {
    return fund.sql()
        .sql("SELECT max(run_id) FROM run WHERE job = 'declaration-control'")
        .query(Integer.class)
        .single();
  }

  private List<String> findings(String employer) {
    return fund.sql()
        .sql(
            """
            SELECT concat_ws(' ', f.finding, coalesce(p.person_no, nullif(x.person_no, ''), x.national_id),
                             coalesce(f.against_minor::text, 'null'), f.missing_minor)
            FROM control_finding f LEFT JOIN person p USING (person_id) LEFT JOIN expected_person x USING (expected_id)
            WHERE f.run_id = ? AND f.employer_no = ? ORDER BY 1
            """)
        .params(last(), employer)
        .query(String.class)
        .list();
  }

  private long total(String table) {
    return fund.sql()
        .sql("SELECT count(*) FROM " + table + " WHERE run_id = ?")
        .param(last())
        .query(Long.class)
        .single();
  }

  /** Employers that are affiliated in the month. */
  private long employers() {
    return fund.sql()
        .sql(
            "SELECT count(DISTINCT employer_id) FROM employer_version WHERE valid_from <"
                + " '2026-03-01' AND (valid_to IS NULL OR valid_to > '2026-02-01')")
        .query(Long.class)
        .single();
  }

  private String ogd(String employer) {
    return fund.sql()
        .sql(
            "SELECT min(ogd_no) FROM employer_version JOIN employer USING (employer_id) WHERE"
                + " employer_no = ?")
        .param(employer)
        .query(String.class)
        .single();
  }

  private Path outbox(String file) {
    return fund.workspace().outbox().resolve("2026-02/declaration-control-1").resolve(file);
  }

  private String read(String file) {
    try {
      return Files.readString(outbox(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void holds() {
    assertThat(fund.findings()).isEmpty();
    int seq =
        fund.sql()
            .sql("SELECT max(seq) FROM run WHERE job = 'declaration-control'")
            .query(Integer.class)
            .single();
    assertThat(
            Replay.run(fund.workspace(), new RunKey(DeclarationControl.NAME, "2026-02", seq))
                .differences())
        .isEmpty();
  }
}
