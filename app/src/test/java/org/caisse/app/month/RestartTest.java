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
   * The moment between the last commit of a step and the note that it is done: of every step of
   * every run, no such note is taken the first time that it is executed. And the one in which
   * Spring Batch knows of a run, but of no execution of it yet.
   */
  @Test
  void aStepWhoseCompletionIsNotNotedIsNotDoneTwiceAndARunWithoutExecutionBegins(
      @TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      for (String statement :
          List.of(
              "CREATE FUNCTION disturb() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                  + " IF NOT EXISTS (SELECT FROM batch_step_execution s JOIN batch_job_execution e"
                  + " USING (job_execution_id) JOIN batch_job_execution own USING (job_instance_id)"
                  + " WHERE own.job_execution_id = NEW.job_execution_id AND s.step_name ="
                  + " NEW.step_name AND s.step_execution_id < NEW.step_execution_id)"
                  + " THEN RAISE EXCEPTION 'disturbed'; END IF; RETURN NEW; END $$",
              "CREATE TRIGGER disturb BEFORE UPDATE ON batch_step_execution FOR EACH ROW"
                  + " WHEN (NEW.status = 'COMPLETED') EXECUTE FUNCTION disturb()",
              "CREATE SEQUENCE beginnings",
              "CREATE FUNCTION disturb_beginning() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                  + " IF NOT EXISTS (SELECT FROM batch_job_execution WHERE job_instance_id ="
                  + " NEW.job_instance_id) AND nextval('beginnings') % 2 = 1"
                  + " THEN RAISE EXCEPTION 'disturbed'; END IF; RETURN NEW; END $$",
              "CREATE TRIGGER disturb_beginning BEFORE INSERT ON batch_job_execution"
                  + " FOR EACH ROW EXECUTE FUNCTION disturb_beginning()")) {
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
      assertThat(failures).isGreaterThan(30);
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
