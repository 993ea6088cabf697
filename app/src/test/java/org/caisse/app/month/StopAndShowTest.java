package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.caisse.app.TestHome;
import org.caisse.config.text.Language;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Looking at a run under way, stopping it and going on, from other sessions. */
@ResourceLock(TestHome.LOCK)
@Timeout(240)
class StopAndShowTest {

  /** Holds a run after the rows of its first transaction are written. */
  private static final class Held implements RunProgress {

    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    private boolean reading;

    @Override
    public void stepStarted(String step) {
      reading = step.equals("read");
    }

    @Override
    public void advancedTo(long done) {
      if (!reading) {
        return;
      }
      reached.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void aRunIsWatchedStoppedAndContinuedFromOtherSessions(@TempDir Path folder) throws Exception {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    Held held = new Held();
    try (LoadedFund session = LoadedFund.beside(home);
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<RunOutcome> running =
          thread.submit(
              () ->
                  session
                      .launcher(FailPoint.NONE)
                      .run(
                          DeclarationIntake.NAME,
                          Map.of("date", List.of(LoadedFund.FIRST_RECEIPT.toString())),
                          Language.FR,
                          held));
      try {
        assertThat(held.reached.await(60, TimeUnit.SECONDS)).isTrue();
        assertUnderWay(home);
        assertThat(home.caisse("stop", "2").out()).contains("will stop at its next commit");
      } finally {
        held.released.countDown();
      }
      RunOutcome stopped = running.get(60, TimeUnit.SECONDS);
      assertThat(stopped.result()).as(stopped.toString()).isEqualTo(RunOutcome.Result.STOPPED);
      assertThat(session.runs().find(2).orElseThrow().status()).isEqualTo(Run.Status.STOPPED);
      assertThat(session.sql().sql("SELECT count(*) FROM declaration").query(Long.class).single())
          .as("the transaction under way was committed, and no other")
          .isPositive()
          .isLessThan(230);
      assertThat(home.caisse("show", "2").out()).contains("STOPPED");
      assertThat(home.caisse("restart", "2").exit()).isEqualTo(1);
      assertThat(home.caisse("stop", "2").exit()).isEqualTo(2);
      assertThat(home.caisse("month", "2026-02").exit()).isEqualTo(1);
      assertThat(session.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
    }
  }

  private static void assertUnderWay(TestHome home) {
    TestHome.Said shown = home.caisse("show", "2026-03-09/declaration-intake-1");
    assertThat(shown.exit()).isZero();
    assertThat(shown.out()).contains("RUNNING", "read").doesNotContain("its process died");
    assertThat(home.caisse("runs", "--open").out()).contains("declaration-intake-1");
    assertThat(home.caisse("recover").out()).contains("is under way");
    TestHome.Said again = home.caisse("restart", "2");
    assertThat(again.exit()).isEqualTo(3);
    assertThat(again.out()).contains("another process is executing");
  }

  @Test
  void aRunWhoseProcessDiedIsSaidToHaveAndRecovered(@TempDir Path folder) {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    try (LoadedFund session = LoadedFund.beside(home)) {
      FailPoint failing =
          place -> {
            if (place.equals("commit")) {
              throw new IllegalStateException("the disk is full");
            }
          };
      assertThat(session.intake(failing, LoadedFund.FIRST_RECEIPT).result())
          .isEqualTo(RunOutcome.Result.FAILED);
      // What a process that is killed leaves: everything under way, and no lock.
      session
          .sql()
          .sql("UPDATE run SET status = 'RUNNING', failure = NULL WHERE run_id = 2")
          .update();
      for (String table : List.of("batch_job_execution", "batch_step_execution")) {
        session
            .sql()
            .sql(
                "UPDATE "
                    + table
                    + " SET status = 'STARTED', end_time = NULL WHERE status = 'FAILED'")
            .update();
      }
      assertThat(home.caisse("show", "2").out()).contains("its process died");
      assertThat(home.caisse("recover").out()).contains("Run 2", "had died", "caisse restart 2");
      assertThat(session.runs().find(2).orElseThrow().status()).isEqualTo(Run.Status.FAILED);
      assertThat(home.caisse("recover").out()).contains("No run had died");
      assertThat(home.caisse("restart", "2").exit()).isEqualTo(1);
      assertThat(home.caisse("recover").out()).contains("No run is unfinished");
    }
  }

  @Test
  void aMonthThatWasCutBetweenAnIntakeAndItsAssessmentGoesOnWithTheDayOfThatIntake(
      @TempDir Path folder) {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    for (String[] words :
        new String[][] {
          {"declaration-intake", "date=2026-03-09"},
          {"contribution-assessment", "period=2026-02", "date=2026-03-09"},
          {"declaration-intake", "date=2026-03-25"}
        }) {
      List<String> all = new ArrayList<>(List.of("run"));
      all.addAll(List.of(words));
      assertThat(home.caisse(all.toArray(String[]::new)).exit()).isLessThan(2);
    }
    TestHome.Said said = home.caisse("month", "2026-02");
    assertThat(said.exit()).as(said.toString()).isEqualTo(1);
    try (LoadedFund session = LoadedFund.beside(home)) {
      assertThat(session.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
    }
  }

  @Test
  void aManifestFileThatIsMissingIsMadeAgainThoughNoRunIsUnfinished(@TempDir Path folder)
      throws Exception {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    Path manifest = home.home().resolve("manifests/000001-2026-02-01-registry-load-1.json");
    String before = Files.readString(manifest);
    Files.delete(manifest);

    assertThat(home.caisse("recover").out())
        .contains("1 completed runs had no manifest file", "No run is unfinished");

    assertThat(manifest).hasContent(before);
    assertThat(home.caisse("recover").out()).isEqualTo("No run is unfinished.\n");
  }

  @Test
  @Tag("embedded")
  void aServerThatEndsUnderARunIsNamedWithItsLogAndTheRunGoesOn(@TempDir Path folder)
      throws Exception {
    TestHome home = PreparedHome.copyWithServer(folder.resolve("home"));
    AtomicInteger commits = new AtomicInteger();
    FailPoint killing =
        place -> {
          if (place.equals("commit") && commits.incrementAndGet() == 2) {
            endServer(home);
          }
        };
    try (LoadedFund session = LoadedFund.beside(home)) {
      RunOutcome lost = session.intake(killing, LoadedFund.FIRST_RECEIPT);

      assertThat(lost.result()).isEqualTo(RunOutcome.Result.FAILED);
      assertThat(lost.run().id()).isEqualTo(2);
      assertThat(lost.message())
          .contains(
              "the database server of " + home.home() + " ended",
              home.home().resolve("db/log/postgres.log").toString());
    }
    assertThat(home.caisse("restart", "2").exit()).isEqualTo(1);
  }

  private static void endServer(TestHome home) {
    try {
      Path pid = home.home().resolve("db/cluster/data/postmaster.pid");
      long number = Long.parseLong(Files.readAllLines(pid).getFirst());
      ProcessHandle server = ProcessHandle.of(number).orElseThrow();
      server.destroyForcibly();
      server.onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
