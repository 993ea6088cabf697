package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.schedules.ContributionMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that fail in awkward places go on where they were and leave the same books. */
class RestartTest {

  /**
   * The moment between the last commit of a step and the note that it is done: every such note is
   * refused the first time.
   */
  @Test
  void aStepWhoseCompletionIsNotNotedIsNotDoneTwice(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      for (String statement :
          List.of(
              "CREATE SEQUENCE disturbance",
              "CREATE FUNCTION disturb() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                  + " IF nextval('disturbance') % 2 = 1 THEN RAISE EXCEPTION 'disturbed'; END IF;"
                  + " RETURN NEW; END $$",
              "CREATE TRIGGER disturb BEFORE UPDATE ON batch_step_execution FOR EACH ROW"
                  + " WHEN (NEW.status = 'COMPLETED') EXECUTE FUNCTION disturb()")) {
        fund.sql().sql(statement).update();
      }
      int failures = 0;
      for (ContributionMonth.Planned planned : fund.plan()) {
        RunOutcome outcome = fund.run(FailPoint.NONE, planned.job(), planned.parameters());
        for (int attempt = 0; attempt < 20 && outcome.exitCode() == 3; attempt++) {
          failures++;
          outcome = fund.run(FailPoint.NONE, planned.job(), planned.parameters());
        }
        assertThat(outcome.exitCode()).as(outcome.toString()).isLessThan(3);
      }
      assertThat(failures).isGreaterThan(20);
      assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
    }
  }

  @Test
  void whereverACommitForceOrRenameFailsTheRestartLeavesTheSameBooks(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      assertThat(fund.monthWithFailures(new Random(7), 6))
          .hasSizeGreaterThan(10)
          .anyMatch(place -> place.equals("commit"))
          .anyMatch(place -> place.startsWith("force"))
          .anyMatch(place -> place.startsWith("rename"));
      assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
    }
  }
}
