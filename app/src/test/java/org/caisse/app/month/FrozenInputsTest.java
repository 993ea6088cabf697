package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.caisse.testing.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run reads is what was there when it first started; what changes later counts later. */
class FrozenInputsTest {

  private static final String NEW_RATE =
      """
          - from: 2024-04-01
            value: 2.5
            mark: C
            source: "as before"
          - from: 2026-02-01
            value: 3
            mark: C
            source: "a decree that this test makes up"
      """;

  @TempDir private Path folder;
  private LoadedFund fund;

  @BeforeEach
  void open() {
    fund = LoadedFund.in(folder);
  }

  @AfterEach
  void close() {
    fund.close();
  }

  private static FailPoint failingAtCommit() {
    return place -> {
      if (place.equals("commit")) {
        throw new IllegalStateException("the disk is full");
      }
    };
  }

  private Path pack() {
    return fund.workspace().packs().resolve("bf/amu.yaml");
  }

  /** The pack with another rate of the employer from the month on. */
  private String changedPack() throws IOException {
    String pack = Files.readString(pack());
    int parameter = pack.indexOf("  salaried_employer_rate:");
    int values = pack.indexOf("    values:\n", parameter) + "    values:\n".length();
    int next = pack.indexOf("  salaried_insured_rate:");
    return pack.substring(0, values) + NEW_RATE + pack.substring(next);
  }

  @Test
  void filesThatChangeOrGoAfterTheyWereTakenInDoNotMatter() throws IOException {
    RunOutcome failed = fund.intake(failingAtCommit(), LoadedFund.FIRST_RECEIPT);
    assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
    Path inbox = fund.inbox(LoadedFund.FIRST_RECEIPT);
    Files.writeString(inbox.resolve("carfo-2026-02.csv"), "something else\n");
    Files.delete(inbox.resolve("cnss-2026-02.csv"));
    assertThat(fund.launcher(FailPoint.NONE).restart(failed.run(), RunProgress.NONE).exitCode())
        .isEqualTo(1);
    TestFolders.delete(inbox);
    PreparedHome.copy(
        PreparedHome.fund().resolve("declarations").resolve(inbox.getFileName()), inbox);
    fund.month();
    assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
  }

  @Test
  void aRestartGoesOnUnderThePackOfTheBeginning() throws IOException {
    fund.intake(LoadedFund.FIRST_RECEIPT);
    String before = Files.readString(pack());
    RunOutcome failed = fund.assess(failingAtCommit(), LoadedFund.FIRST_RECEIPT);
    assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
    Files.writeString(pack(), changedPack());
    assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
    Files.writeString(pack(), before);
    fund.month();
    assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
  }

  private List<String> standing() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', debtor, debtor_id, ogd_no, component, payer, amount_minor) FROM"
                + " standing_entry ORDER BY 1")
        .query(String.class)
        .list();
  }

  private long number(String query) {
    return fund.sql().sql(query).query(Long.class).single();
  }

  @Test
  void aNewRateReversesAndPostsAnewAndTheOldOneBringsTheOldAmountsBack() throws IOException {
    LocalDate day = LoadedFund.FIRST_RECEIPT;
    fund.intake(day);
    assertThat(fund.assess(day).exitCode()).isZero();
    List<String> atFirst = standing();
    String before = Files.readString(pack());

    Files.writeString(pack(), changedPack());
    RunOutcome second = fund.assess(day);
    assertThat(second.result()).as(second.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    int run = second.run().id();
    long declared =
        number(
            "SELECT count(DISTINCT (employer_id, person_id)) FROM contribution JOIN"
                + " employer_version USING (employer_id) WHERE rev = 0 AND population LIKE"
                + " 'salaried%'");
    assertThat(
            number(
                "SELECT count(*) FROM assessment WHERE reverses IS NOT NULL AND run_id = " + run))
        .isPositive()
        .isEqualTo(declared);
    assertThat(
            number(
                "SELECT count(*) FROM (SELECT person_id, employer_id, sum(employer_minor) AS paid,"
                    + " round(sum(base_minor) * 0.03) AS owed FROM contribution WHERE employer_id"
                    + " IN (SELECT employer_id FROM employer_version WHERE population LIKE"
                    + " 'salaried%') GROUP BY 1, 2) c WHERE paid <> owed"))
        .as("persons whose employer's share is not 3 % of the base")
        .isZero();
    assertThat(
            number("SELECT count(*) FROM ledger_entry WHERE debtor = 'PERSON' AND run_id = " + run))
        .as("entries of those whom the rate does not concern")
        .isZero();
    assertThat(fund.assess(day).result()).isEqualTo(RunOutcome.Result.ALREADY_DONE);

    Files.writeString(pack(), before);
    RunOutcome third = fund.assess(day);
    assertThat(third.result()).as(third.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    assertThat(standing()).isEqualTo(atFirst);
    assertThat(number("SELECT sum(debit_minor) - sum(credit_minor) FROM posting")).isZero();
    long entries = number("SELECT count(*) FROM ledger_entry");
    assertThat(fund.assess(day).result()).isEqualTo(RunOutcome.Result.ALREADY_DONE);
    assertThat(number("SELECT count(*) FROM ledger_entry")).isEqualTo(entries);
  }
}
