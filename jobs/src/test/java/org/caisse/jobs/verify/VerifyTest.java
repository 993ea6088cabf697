package org.caisse.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caisse.jobs.run.LawFiles;
import org.caisse.jobs.run.ManifestFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spoils the database of a small fund, as whoever owns it can, and sees each change found. */
class VerifyTest {

  @TempDir private static Path folder;
  private static SmallFund fund;
  private static JdbcClient sql;

  @BeforeAll
  static void month() throws IOException {
    fund = SmallFund.afterItsMonth(folder);
    sql = JdbcClient.create(fund.environment().dataSource());
  }

  @AfterAll
  static void close() {
    fund.close();
  }

  @Test
  void an_untouched_workspace_is_clean() {
    VerifyReport report = Verify.run(fund.environment());

    assertThat(report.findings()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.checked())
        .usingRecursiveComparison()
        .ignoringFields("database")
        .isEqualTo(Verify.offline(fund.workspace()).checked());
    assertThat(report.checked().database()).isTrue();
    assertThat(report.headSha256()).isEqualTo(Verify.offline(fund.workspace()).headSha256());
  }

  /** What somebody might do who may switch the triggers off. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "changed-rows.csv",
      numLinesToSkip = 1,
      delimiter = '|',
      quoteCharacter = '`')
  void a_changed_row_is_found(String rule, String change) {
    assertThat(afterChange(change)).extracting(Finding::what).contains(rule);
  }

  @Test
  void rows_changed_together_no_longer_agree_with_what_was_signed() {
    List<Finding> findings =
        afterChange(
            """
            UPDATE ledger_entry SET amount_minor = amount_minor + 1 WHERE debtor = 'PERSON' AND rev = 1;
            UPDATE posting SET debit_minor = debit_minor + 1 WHERE debtor = 'PERSON' AND debit_minor > 0;
            UPDATE posting SET credit_minor = credit_minor + 1 WHERE debtor = 'PERSON' AND credit_minor > 0;
            UPDATE assessment SET insured_minor = insured_minor + 1 WHERE employer_id IS NULL AND insured_minor > 0
            """);

    assertThat(findings)
        .allMatch(f -> f.what().equals("a manifest says of its run what the rows say"))
        .extracting(Finding::where)
        .containsExactlyInAnyOrder(
            "run 2026-02/contribution-assessment-1, counts.contributions_minor",
            "run 2026-02/contribution-assessment-1, counts.debits_minor",
            "run 2026-02/contribution-assessment-1, counts.credits_minor");
  }

  @Test
  void a_removed_manifest_file_is_noticed_and_made_again() throws IOException {
    Path file = new ManifestFolder(fund.workspace()).find(SmallFund.FIRST_INTAKE).orElseThrow();
    Path law = LawFiles.file(fund.workspace(), Manifest.read(file).parsedBody().packSha256());
    String content = Files.readString(file);
    Files.delete(file);

    assertThat(Verify.run(fund.environment()).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTICE);
              assertThat(finding.what()).isEqualTo("every manifest has its file");
              assertThat(finding.where()).isEqualTo(file.toString());
            });
    Files.delete(law);
    new ManifestFiles(fund.environment()).publish();
    assertThat(Files.readString(file)).isEqualTo(content);
    assertThat(Verify.run(fund.environment()).findings()).isEmpty();
  }

  @Test
  void a_manifest_from_elsewhere_is_found() throws IOException {
    Path added =
        fund.workspace().manifests().resolve("000099-2026-02-contribution-assessment-9.json");
    Files.writeString(added, "{}");
    try {
      assertThat(Verify.run(fund.environment()).findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.what()).isEqualTo("every manifest file has its row");
                assertThat(finding.where()).isEqualTo(added.toString());
              });
    } finally {
      Files.delete(added);
    }
  }

  /** What is found after a change, which is then undone. */
  private static List<Finding> afterChange(String change) {
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(fund.environment().dataSource()));
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          // No trigger and no foreign key is in the way of whoever owns the database.
          sql.sql("SET LOCAL session_replication_role = replica").update();
          sql.sql(change).update();
          return Verify.run(fund.environment()).findings();
        });
  }
}
