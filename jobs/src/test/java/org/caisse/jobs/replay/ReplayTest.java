package org.caisse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.config.pack.PackFiles;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.contribution.EmployerRow;
import org.caisse.domain.contribution.LineRow;
import org.caisse.domain.contribution.PersonRow;
import org.caisse.domain.contribution.Standing;
import org.caisse.domain.contribution.StandingRow;
import org.caisse.jobs.run.LawFiles;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.verify.Manifest;
import org.caisse.jobs.verify.ManifestFolder;
import org.caisse.jobs.verify.SmallFund;
import org.caisse.jobs.verify.Spoil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays copies of a small fund's archive, without its database. */
class ReplayTest {

  @TempDir private Path directory;
  private Workspace workspace;

  @BeforeEach
  void copy() throws IOException {
    workspace = SmallFund.copy(SmallFund.original(), directory);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-05/declaration-intake-1,       6, 5, 0, 0",
    "2026-04-12/declaration-intake-1,       4, 3, 0, 0",
    "2026-02/contribution-assessment-1,     6, 5, 3, 5",
    "2026-02/contribution-assessment-2,    10, 8, 5, 5",
    "2026-02/contribution-assessment-3,    10, 8, 7, 5"
  })
  void everything_is_decided_as_it_was(
      String run, long lines, long declarations, long persons, long employers) {
    ReplayReport report = Replay.run(workspace, RunKey.parse(run));

    assertThat(report.differences()).isEmpty();
    assertThat(report.identical()).isTrue();
    assertThat(report.lines()).isEqualTo(lines);
    assertThat(report.declarations()).isEqualTo(declarations);
    assertThat(report.persons()).isEqualTo(persons);
    assertThat(report.employers()).isEqualTo(employers);
  }

  @Test
  void a_changed_share_of_a_line_is_named_with_its_line() throws IOException {
    Spoil.rows(
        archive(SmallFund.FIRST_INTAKE, "lines-00001.parquet"),
        LineRow.class,
        row -> row.lineNo() == 3 ? withEmployerShare(row, 5_001) : row);

    ReplayReport report = Replay.run(workspace, SmallFund.FIRST_INTAKE);

    assertThat(report.differences())
        .contains(
            new Difference(
                "2026-03-05/declaration-intake-1 file 1 line 3, employer E000001, person P00000001",
                "shares.employerMinor",
                "5001",
                "5000"))
        .anyMatch(d -> d.what().equals("content_sha256"))
        .hasSize(2);
  }

  @Test
  void an_assessment_replays_the_intakes_it_read() throws IOException {
    Spoil.rows(
        archive(SmallFund.FIRST_INTAKE, "lines-00001.parquet"),
        LineRow.class,
        row -> row.lineNo() == 3 ? withEmployerShare(row, 5_001) : row);

    assertThat(Replay.run(workspace, SmallFund.assessment(1)).differences())
        .extracting(Difference::what)
        .contains("shares.employerMinor", "content_sha256");
  }

  @Test
  void an_employer_whose_sums_are_not_those_of_its_declaration_is_named() throws IOException {
    Spoil.rows(
        archive(SmallFund.assessment(1), "employers-00001.parquet"),
        EmployerRow.class,
        row -> row.employerNo().equals("E000002") ? withBase(row, 45_001) : row);

    assertThat(Replay.run(workspace, SmallFund.assessment(1)).differences())
        .contains(
            new Difference(
                "2026-02/contribution-assessment-1 employer E000002",
                "baseMinor",
                "45001",
                "45000"));
  }

  @Test
  void persons_assessed_anew_must_add_up_to_their_employer() throws IOException {
    Spoil.rows(
        archive(SmallFund.assessment(3), "employers-00001.parquet"),
        EmployerRow.class,
        row -> row.employerNo().equals("E000002") ? withBase(row, 45_000) : row);

    assertThat(Replay.run(workspace, SmallFund.assessment(3)).differences())
        .contains(
            new Difference(
                "2026-02/contribution-assessment-3 employer E000002",
                "baseMinor",
                "45000",
                "60000"));
  }

  @Test
  void a_changed_verdict_on_a_person_is_found() throws IOException {
    Spoil.rows(
        archive(SmallFund.assessment(1), "enrolled-00001.parquet"),
        PersonRow.class,
        row -> row.personNo().equals("P00000005") ? withRule(row, "another") : row);

    assertThat(Replay.run(workspace, SmallFund.assessment(1)).differences())
        .contains(
            new Difference(
                "2026-02/contribution-assessment-1 person P00000005, employer ''",
                "rule",
                "another",
                "informal"));
  }

  @Test
  void a_changed_plan_is_found() throws IOException {
    Spoil.rows(
        archive(SmallFund.assessment(2), "plan-00001.parquet"),
        StandingRow.class,
        row ->
            row.standing() == Standing.ANEW
                ? StandingRow.of(
                    row.employerNo(), row.completing(), row.facts(), Standing.UNCHANGED)
                : row);

    assertThat(Replay.run(workspace, SmallFund.assessment(2)).differences())
        .contains(
            new Difference(
                "2026-02/contribution-assessment-2 employer E000001",
                "standing",
                "UNCHANGED",
                "ANEW"));
  }

  @Test
  void a_missing_archive_file_is_a_difference() throws IOException {
    Files.delete(archive(SmallFund.FIRST_INTAKE, "lines-00001.parquet"));

    ReplayReport report = Replay.run(workspace, SmallFund.assessment(1));

    assertThat(report.differences())
        .singleElement()
        .satisfies(d -> assertThat(d.now()).contains("lines-00001.parquet"));
  }

  @Test
  void a_damaged_archive_file_is_a_difference() throws IOException {
    Spoil.oneBit(archive(SmallFund.FIRST_INTAKE, "lines-00001.parquet"));

    assertThat(Replay.run(workspace, SmallFund.FIRST_INTAKE).identical()).isFalse();
  }

  @Test
  void a_changed_pack_is_refused() throws IOException {
    Path pack = law(body(SmallFund.assessment(1)).packSha256());
    Files.writeString(pack, Files.readString(pack).replace("value: 2.5", "value: 2.6"));

    assertThatThrownBy(() -> Replay.run(workspace, SmallFund.assessment(1)))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("is not the pack of run")
        .hasMessageContaining(pack.toString());
  }

  @Test
  void missing_settings_are_named() throws IOException {
    Path settings = law(body(SmallFund.assessment(1)).settingsSha256());
    Files.delete(settings);

    assertThatThrownBy(() -> Replay.run(workspace, SmallFund.assessment(1)))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("the settings of run")
        .hasMessageContaining(settings.toString());
  }

  @Test
  void it_is_the_archived_law_that_decides() throws IOException {
    String sha256 = body(SmallFund.FIRST_INTAKE).packSha256();
    String changed = Files.readString(law(sha256)).replace("value: 2.5", "value: 2.6");
    String forged = PackFiles.fromBytes(changed.getBytes(StandardCharsets.UTF_8)).sha256();
    Files.writeString(law(forged), changed);
    Spoil.body(workspace, SmallFund.FIRST_INTAKE, body -> body.replace(sha256, forged));

    assertThat(Replay.run(workspace, SmallFund.FIRST_INTAKE).differences())
        .contains(
            new Difference(
                "2026-03-05/declaration-intake-1 file 1 line 3, employer E000001, person P00000001",
                "shares.employerMinor",
                "5000",
                "5200"));
  }

  @Test
  void another_ruleset_is_refused() throws IOException {
    Spoil.body(
        workspace, SmallFund.assessment(1), body -> body.replace("\"ruleset\":1", "\"ruleset\":7"));

    assertThatThrownBy(() -> Replay.run(workspace, SmallFund.assessment(1)))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("ruleset 7");
  }

  @Test
  void a_changed_manifest_is_refused() throws IOException {
    Path file = new ManifestFolder(workspace).find(SmallFund.assessment(1)).orElseThrow();
    Files.writeString(
        file, Files.readString(file).replace("\\\"ruleset\\\":1", "\\\"ruleset\\\":7"));

    assertThatThrownBy(() -> Replay.run(workspace, SmallFund.assessment(1)))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("is not what was signed");
  }

  @Test
  void an_input_with_another_manifest_than_the_run_read_is_refused() throws IOException {
    Spoil.body(
        workspace,
        SmallFund.FIRST_INTAKE,
        body -> body.replace("\"language\":\"en\"", "\"language\":\"fr\""));

    assertThatThrownBy(() -> Replay.run(workspace, SmallFund.assessment(1)))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining(SmallFund.FIRST_INTAKE.label());
  }

  @Test
  void a_registry_load_has_no_rules_to_replay() {
    assertThatThrownBy(() -> Replay.run(workspace, SmallFund.REGISTRY))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no rules to replay");
  }

  @Test
  void a_run_without_manifest_is_named() {
    assertThatThrownBy(() -> Replay.run(workspace, SmallFund.assessment(9)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("2026-02/contribution-assessment-9");
  }

  private Manifest.Body body(RunKey key) {
    return Manifest.read(new ManifestFolder(workspace).find(key).orElseThrow()).parsedBody();
  }

  private Path law(String sha256) {
    return LawFiles.file(workspace, sha256);
  }

  private Path archive(RunKey key, String name) {
    return workspace.archive().resolve(key.label()).resolve(name);
  }

  private static LineRow withEmployerShare(LineRow row, long shareMinor) {
    return new LineRow(
        row.declaration(),
        row.lineNo(),
        row.personNo(),
        row.problem(),
        row.ownDeclaration(),
        row.personKnown(),
        row.personActive(),
        row.periodDays(),
        row.fromDay(),
        row.toDay(),
        row.days(),
        row.grossMinor(),
        row.overlaps(),
        row.earlierSpells(),
        row.earlierGrossMinor(),
        row.takenBefore(),
        row.difference(),
        row.earlierDays(),
        row.coveredDays(),
        row.code(),
        row.baseMinor(),
        shareMinor,
        row.insuredMinor(),
        row.stateMinor());
  }

  private static EmployerRow withBase(EmployerRow row, long baseMinor) {
    return new EmployerRow(
        row.employerNo(),
        row.population(),
        row.ogd(),
        row.validFrom(),
        row.validTo(),
        row.periodStart(),
        row.firstFiled(),
        row.nil(),
        row.persons(),
        baseMinor,
        row.employerMinor(),
        row.insuredMinor(),
        row.stateMinor(),
        row.posted(),
        row.lastRev(),
        row.headcountKnown(),
        row.headcount(),
        row.dateDay(),
        row.lastDeclaredDay(),
        row.lastEmployerMinor(),
        row.lastInsuredMinor(),
        row.lastStateMinor(),
        row.defaulted(),
        row.state(),
        row.due(),
        row.monthsLate(),
        row.surchargeMinor(),
        row.penaltyMinor(),
        row.defaultEmployerMinor(),
        row.defaultInsuredMinor(),
        row.entries());
  }

  private static PersonRow withRule(PersonRow row, String rule) {
    return new PersonRow(
        row.employerNo(),
        row.personNo(),
        row.population(),
        row.ogd(),
        row.due(),
        row.payMinor(),
        row.postedBaseMinor(),
        row.postedEmployerMinor(),
        row.postedInsuredMinor(),
        row.postedStateMinor(),
        row.lastRev(),
        row.owed(),
        row.lastEntryRev(),
        rule,
        row.revisions(),
        row.entries());
  }
}
