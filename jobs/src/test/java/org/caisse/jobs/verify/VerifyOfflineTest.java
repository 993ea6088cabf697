package org.caisse.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.contribution.LineRow;
import org.caisse.jobs.run.LawFiles;
import org.caisse.jobs.run.RunKey;
import org.caisse.writers.file.Sha256Sums;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoils copies of a small fund's files and sees each found, without the database. */
class VerifyOfflineTest {

  @TempDir private Path directory;
  private Workspace workspace;

  @BeforeEach
  void copy() throws IOException {
    workspace = SmallFund.copy(SmallFund.original(), directory);
  }

  @Test
  void an_untouched_workspace_is_clean() throws IOException {
    VerifyReport report = Verify.offline(workspace);

    assertThat(report.findings()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.checked().database()).isFalse();
    assertThat(report.checked().manifests()).isEqualTo(6);
    assertThat(report.checked().archiveFiles()).isEqualTo(files(workspace.archive(), ".parquet"));
    assertThat(report.checked().outboxFiles()).isEqualTo(files(workspace.outbox(), ""));
    assertThat(report.checked().receivedFiles()).isEqualTo(5);
    assertThat(report.checked().lawFiles()).isEqualTo(4);
    assertThat(report.headSha256()).isEqualTo(manifest(SmallFund.assessment(3)).chainSha256());
    assertThat(report.keyFingerprint())
        .isEqualTo(manifest(SmallFund.assessment(3)).parsedEnvelope().key());
  }

  @Test
  void a_changed_output_is_found() throws IOException {
    Path journal = outbox(SmallFund.assessment(1), "journal-2026-02.csv");
    Spoil.oneBit(journal);

    assertBroken("an output is what the run wrote", journal);
  }

  @Test
  void a_missing_output_is_found() throws IOException {
    Path journal = outbox(SmallFund.assessment(1), "journal-2026-02.csv");
    Files.delete(journal);

    assertBroken("an output is what the run wrote", journal);
  }

  @Test
  void a_changed_list_of_checksums_is_found() throws IOException {
    Path sums = outbox(SmallFund.assessment(1), Sha256Sums.NAME);
    Spoil.oneBit(sums);

    assertBroken("an output is what the run wrote", sums);
  }

  @Test
  void a_changed_amount_in_a_workbook_is_found() throws IOException {
    Path state = outbox(SmallFund.assessment(1), "state-2026-02.xlsx");
    Spoil.workbook(state, sheet -> sheet.replace("<v>4000</v>", "<v>4001</v>"));

    assertBroken("an output is what the run wrote", state);
  }

  @Test
  void a_missing_workbook_is_found() throws IOException {
    Path notices = outbox(SmallFund.assessment(2), "notices-2026-02.xlsx");
    Files.delete(notices);

    assertBroken("an output is what the run wrote", notices);
  }

  @Test
  void a_workbook_that_is_none_any_more_is_found() throws IOException {
    Path notices = outbox(SmallFund.assessment(2), "notices-2026-02.xlsx");
    Files.writeString(notices, "PK\u0003\u0004");

    assertBroken("an output is what the run wrote", notices);
  }

  @Test
  void a_workbook_compressed_again_is_only_noticed() throws IOException {
    Path state = outbox(SmallFund.assessment(1), "state-2026-02.xlsx");
    Spoil.workbook(state, sheet -> sheet);

    assertNoticed("a workbook has the bytes that were written", state);
  }

  @Test
  void a_file_that_no_run_wrote_is_noticed() throws IOException {
    Path added = outbox(SmallFund.assessment(1), "journal-2026-02-corrected.csv");
    Files.writeString(added, "x");

    assertNoticed("a run's folder holds only what the run wrote", added);
  }

  @Test
  void a_changed_archive_file_is_found() throws IOException {
    Path lines = archive(SmallFund.FIRST_INTAKE, "lines-00001.parquet");
    Spoil.oneBit(lines);

    assertBroken("an archive file holds what the rules saw and decided", lines);
  }

  @Test
  void one_changed_amount_in_an_archive_file_is_found() throws IOException {
    Path lines = archive(SmallFund.FIRST_INTAKE, "lines-00001.parquet");
    Spoil.rows(lines, LineRow.class, VerifyOfflineTest::oneFrancMore);

    assertBroken("an archive file holds what the rules saw and decided", lines);
  }

  @Test
  void an_archive_file_written_again_with_the_same_rows_is_only_noticed() throws IOException {
    Path lines = archive(SmallFund.FIRST_INTAKE, "lines-00001.parquet");
    Spoil.rows(lines, LineRow.class, UnaryOperator.identity());

    assertNoticed("an archive file has the bytes that were written", lines);
  }

  @Test
  void a_missing_archive_file_is_found() throws IOException {
    Path plan = archive(SmallFund.assessment(2), "plan-00001.parquet");
    Files.delete(plan);

    assertBroken("an archive file holds what the rules saw and decided", plan);
  }

  @Test
  void a_changed_pack_is_found() throws IOException {
    Path pack = LawFiles.file(workspace, manifest(SmallFund.REGISTRY).parsedBody().packSha256());
    Files.writeString(pack, Files.readString(pack).replace("value: 2.5", "value: 2.6"));

    assertThat(Verify.offline(workspace).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("the law of a run is archived as it was");
              assertThat(finding.where()).contains("pack of run 2026-02-28/registry-load-1");
              assertThat(finding.todo()).contains(pack.getFileName().toString());
            });
  }

  @Test
  void a_changed_copy_of_a_received_file_is_found() throws IOException {
    String sha256 = manifest(SmallFund.FIRST_INTAKE).parsedBody().inputFiles().getFirst().sha256();
    Spoil.oneBit(
        workspace.archive().resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256));

    assertThat(Verify.offline(workspace).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what())
                  .isEqualTo("the copy of a received file is kept as it came");
              assertThat(finding.where())
                  .isEqualTo("march.csv of run 2026-03-05/declaration-intake-1");
            });
  }

  @Test
  void a_removed_manifest_leaves_a_gap() throws IOException {
    Files.delete(file(SmallFund.SECOND_INTAKE));

    VerifyReport report = Verify.offline(workspace);

    assertThat(report.findings())
        .filteredOn(f -> f.severity() == Finding.Severity.BROKEN)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("the chain of manifests has no gap");
              assertThat(finding.found()).isEqualTo("manifest 5 follows 3");
            });
  }

  @Test
  void a_removed_last_manifest_shows_by_its_folders_and_by_the_head() throws IOException {
    String head = Verify.offline(workspace).headSha256();
    Files.delete(file(SmallFund.assessment(3)));

    VerifyReport report = Verify.offline(workspace);

    assertThat(report.headSha256()).isNotEqualTo(head);
    assertThat(report.findings())
        .allMatch(f -> f.what().equals("a folder belongs to a run"))
        .extracting(Finding::where)
        .containsExactly(
            workspace.outbox().resolve("2026-02/contribution-assessment-3").toString(),
            workspace.archive().resolve("2026-02/contribution-assessment-3").toString());
  }

  @Test
  void a_changed_manifest_breaks_its_hash() throws IOException {
    Path file = file(SmallFund.assessment(1));
    Files.writeString(
        file, Files.readString(file).replace("\\\"language\\\":\\\"en", "\\\"language\\\":\\\"fr"));

    assertThat(Verify.offline(workspace).findings())
        .extracting(Finding::what)
        .contains("the body of a manifest has its hash", "a manifest has its hash");
  }

  @Test
  void a_manifest_changed_with_its_hashes_breaks_signature_and_chain() throws IOException {
    Spoil.body(
        workspace,
        SmallFund.assessment(1),
        body -> body.replace("\"language\":\"en\"", "\"language\":\"fr\""));

    assertThat(Verify.offline(workspace).findings())
        .extracting(Finding::what)
        .contains(
            "the signature of a manifest is good",
            "the chain of bodies goes on",
            "a manifest names the one before");
  }

  @Test
  void a_file_that_is_no_manifest_is_found() throws IOException {
    Files.writeString(file(SmallFund.assessment(1)), "{}");

    assertThat(Verify.offline(workspace).findings())
        .extracting(Finding::what)
        .contains("a manifest can be read", "the chain of manifests has no gap");
  }

  @Test
  void an_exchanged_key_is_found() throws Exception {
    byte[] other =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
    Files.writeString(
        workspace.keys().resolve("manifest.pub"), Base64.getEncoder().encodeToString(other));

    assertThat(Verify.offline(workspace).findings())
        .hasSize(6)
        .allMatch(f -> f.what().equals("a manifest is signed with the workspace's key"));
  }

  @Test
  void without_a_key_no_signature_counts_as_good() throws IOException {
    Files.delete(workspace.keys().resolve("manifest.pub"));

    VerifyReport report = Verify.offline(workspace);

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            f -> assertThat(f.what()).isEqualTo("the workspace has the key of its manifests"));
    assertThat(report.holds()).isFalse();
  }

  @Test
  void an_empty_workspace_is_clean() throws IOException {
    VerifyReport report = Verify.offline(new Workspace(directory.resolve("empty")));

    assertThat(report.findings()).isEmpty();
    assertThat(report.headSha256()).matches("0{64}");
  }

  private void assertBroken(String what, Path where) {
    assertSingle(Finding.Severity.BROKEN, what, where);
  }

  private void assertNoticed(String what, Path where) {
    assertSingle(Finding.Severity.NOTICE, what, where);
    assertThat(Verify.offline(workspace).holds()).isTrue();
  }

  private void assertSingle(Finding.Severity severity, String what, Path where) {
    assertThat(Verify.offline(workspace).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.what()).isEqualTo(what);
              assertThat(finding.where()).isEqualTo(where.toString());
            });
  }

  private Path file(RunKey key) {
    return new ManifestFolder(workspace).find(key).orElseThrow();
  }

  private Manifest manifest(RunKey key) {
    return Manifest.read(file(key));
  }

  private Path outbox(RunKey key, String name) {
    return workspace.outbox().resolve(key.label()).resolve(name);
  }

  private Path archive(RunKey key, String name) {
    return workspace.archive().resolve(key.label()).resolve(name);
  }

  private static long files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
          .count();
    }
  }

  private static LineRow oneFrancMore(LineRow row) {
    return row.lineNo() != 3
        ? row
        : new LineRow(
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
            row.grossMinor() + 1,
            row.overlaps(),
            row.earlierSpells(),
            row.earlierGrossMinor(),
            row.takenBefore(),
            row.difference(),
            row.earlierDays(),
            row.coveredDays(),
            row.code(),
            row.baseMinor(),
            row.employerMinor(),
            row.insuredMinor(),
            row.stateMinor());
  }
}
