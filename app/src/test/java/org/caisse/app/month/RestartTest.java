package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.schedules.ContributionMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that fail in awkward places go on where they were and leave the same books. */
class RestartTest {

  private static List<ContributionMonth.Planned> plan(LoadedFund fund) {
    return ContributionMonth.plan(
        LoadedFund.MONTH, fund.workspace().inbox(), LoadedFund.MONTH.atDay(1));
  }

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
      for (ContributionMonth.Planned planned : plan(fund)) {
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

  /** Fails at places drawn at random, the later ones further on, so that it ends. */
  @Test
  void whereverACommitForceOrRenameFailsTheRestartLeavesTheSameBooks(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Random random = new Random(7);
      int attempts = 0;
      Set<String> places = new HashSet<>();
      for (ContributionMonth.Planned planned : plan(fund)) {
        int exit = 3;
        for (int most = 6; exit == 3; most += 6) {
          AtomicInteger left = new AtomicInteger(1 + random.nextInt(most));
          FailPoint failing =
              place -> {
                if (left.decrementAndGet() == 0) {
                  places.add(place.split(" ", -1)[0]);
                  throw new IllegalStateException("the disk is full");
                }
              };
          exit = attempt(fund, failing, planned);
          attempts++;
        }
      }
      assertThat(attempts).isGreaterThan(15);
      assertThat(places).contains("commit", "force", "rename");
      assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
    }
  }

  private static int attempt(
      LoadedFund fund, FailPoint failing, ContributionMonth.Planned planned) {
    try {
      return fund.run(failing, planned.job(), planned.parameters()).exitCode();
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the disk is full");
      return 3;
    }
  }
}
