package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;

/** Two sessions, each with connections of its own, that want the same run. */
@Timeout(240)
class ConcurrentRunsTest {

  private static final int ROUNDS = 10;
  private static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n";

  @TempDir private Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private LoadedFund fund;
  private RunEnvironment one;
  private RunEnvironment other;

  @BeforeEach
  void open() {
    fund = LoadedFund.in(folder);
    one = fund.environment(FailPoint.NONE);
    other = fund.environment(FailPoint.NONE);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    one.database().close();
    other.database().close();
    fund.close();
  }

  private static LocalDate day(int round) {
    return LocalDate.of(2026, 3, 10).plusDays(round);
  }

  /** A declaration of another employer each round. */
  private Path file(int round) throws IOException {
    String employer = "E%06d".formatted(round + 1);
    String person =
        fund.sql()
            .sql(
                "SELECT min(person_no) FROM person JOIN person_version USING (person_id)"
                    + " WHERE population = '' AND valid_to IS NULL AND valid_from < '2026-01-01'")
            .query(String.class)
            .single();
    return Files.writeString(
        folder.resolve("round-" + round + ".csv"),
        HEADER
            + "D;%s;2026-02;original;1;1;;;;;;100000\nL;%s;2026-02;;;;%s;TEST Awa;;;28;100000\n"
                .formatted(employer, employer, person),
        StandardCharsets.UTF_8);
  }

  /** Fails at the n-th commit, force or rename. */
  private static FailPoint failingAt(String start) {
    return place -> {
      if (place.startsWith(start)) {
        throw new IllegalStateException("the disk is full");
      }
    };
  }

  private List<RunOutcome> atOnce(Callable<RunOutcome> first, Callable<RunOutcome> second)
      throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    List<Future<RunOutcome>> both = new ArrayList<>();
    for (Callable<RunOutcome> call : List.of(first, second)) {
      both.add(
          threads.submit(
              () -> {
                barrier.await(30, TimeUnit.SECONDS);
                return call.call();
              }));
    }
    return List.of(both.get(0).get(60, TimeUnit.SECONDS), both.get(1).get(60, TimeUnit.SECONDS));
  }

  private static void assertRanOnce(List<RunOutcome> outcomes) {
    List<RunOutcome.Result> results = outcomes.stream().map(RunOutcome::result).toList();
    assertThat(results).as(outcomes.toString()).contains(RunOutcome.Result.COMPLETED);
    assertThat(results)
        .as(outcomes.toString())
        .containsAnyOf(RunOutcome.Result.BUSY, RunOutcome.Result.ALREADY_DONE);
  }

  private void assertOneDeclarationARound() {
    assertThat(
            fund.sql()
                .sql(
                    "SELECT (SELECT count(*) FROM declaration) || ' ' || (SELECT count(*) FROM"
                        + " declaration_line) || ' ' || (SELECT count(*) FROM run WHERE job ="
                        + " 'declaration-intake' AND status = 'COMPLETED')")
                .query(String.class)
                .single())
        .isEqualTo("%d %d %d".formatted(ROUNDS, ROUNDS, ROUNDS));
  }

  @Test
  void aFailedRunThatTwoRestartAtOnceRunsOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      RunOutcome failed = fund.intake(failingAt("commit"), day(round), file(round));
      assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
      Run run = failed.run();
      assertRanOnce(
          atOnce(
              () -> LoadedFund.launcher(one).restart(run, RunProgress.NONE),
              () -> LoadedFund.launcher(other).restart(run, RunProgress.NONE)));
    }
    assertOneDeclarationARound();
    assertThat(
            fund.sql()
                .sql(
                    "SELECT count(*) FROM batch_job_execution GROUP BY job_instance_id HAVING"
                        + " count(*) <> 2")
                .query(Long.class)
                .list())
        .as("executions of a run that are not its failure and its success")
        .containsExactly(1L);
  }

  @Test
  void aNewFileThatTwoTakeInAtOnceIsTakenOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Path file = file(round);
      LocalDate day = day(round);
      assertRanOnce(atOnce(() -> fund.intake(one, day, file), () -> fund.intake(other, day, file)));
    }
    assertOneDeclarationARound();
  }

  @Test
  void theDatabaseAloneRefusesASecondLivingExecution() throws Exception {
    assertThat(fund.intake(day(0), file(0)).exitCode()).isZero();
    String insert =
        "INSERT INTO batch_job_execution (job_execution_id, version, job_instance_id, create_time,"
            + " status) SELECT nextval('batch_job_execution_seq'), 0, max(job_instance_id), now(),"
            + " '%s' FROM batch_job_instance";
    assertThat(fund.sql().sql(insert.formatted("STARTED")).update()).isEqualTo(1);
    for (String living : List.of("STARTING", "STARTED", "STOPPING")) {
      assertThatThrownBy(() -> fund.sql().sql(insert.formatted(living)).update())
          .isInstanceOf(DuplicateKeyException.class)
          .hasMessageContaining("batch_one_live_execution");
    }
    assertThat(fund.sql().sql(insert.formatted("FAILED")).update()).isEqualTo(1);
  }

  /** A process that was taken for dead, paused just before a commit, force or rename. */
  private final class Ghost {

    private final CountDownLatch paused = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final RunEnvironment environment;
    private final Future<RunOutcome> outcome;

    Ghost(String before, int nth) throws InterruptedException {
      AtomicInteger left = new AtomicInteger(nth);
      environment =
          fund.environment(
              place -> {
                if (place.startsWith(before) && left.decrementAndGet() == 0) {
                  paused.countDown();
                  await(released);
                }
              });
      outcome = threads.submit(() -> fund.intake(environment, LoadedFund.FIRST_RECEIPT));
      assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Ends the session that holds its lock, as the death of its process would. */
    void looksDead() {
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                          + " AND classid = x'0CA155E'::int::oid AND database = (SELECT oid FROM"
                          + " pg_database WHERE datname = current_database())")
                  .query(Boolean.class)
                  .list())
          .containsExactly(true);
    }

    RunOutcome release() throws Exception {
      released.countDown();
      try {
        return outcome.get(60, TimeUnit.SECONDS);
      } finally {
        environment.database().close();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Run openRun() {
    return fund.runs().unfinished().getFirst();
  }

  @Test
  void aGhostThatSleepsInsideItsChunkHoldsNobodyUpAndItsLateChunkIsRefused() throws Exception {
    Ghost ghost = new Ghost("commit", 3);
    ghost.looksDead();
    // Its rows are locked by a transaction that it will not end: the successor ends it.
    Future<RunOutcome> successor =
        threads.submit(() -> LoadedFund.launcher(other).restart(openRun(), RunProgress.NONE));
    assertThat(successor.get(60, TimeUnit.SECONDS).exitCode()).isEqualTo(1);
    RunOutcome late = ghost.release();
    assertThat(late.result()).isEqualTo(RunOutcome.Result.COMPLETED);
    fund.month();
    assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
  }

  @Test
  void aGhostThatWakesWhileItsSuccessorIsAtWorkSaysThatItWasTakenOver() throws Exception {
    Ghost ghost = new Ghost("commit", 3);
    ghost.looksDead();
    Ghost successor = new Ghost("commit", 5);
    RunOutcome late = ghost.release();
    assertThat(late.result()).isEqualTo(RunOutcome.Result.FAILED);
    assertThat(late.message()).contains("was taken over by another process");
    assertThat(successor.release().exitCode()).isEqualTo(1);
    fund.month();
    assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
  }

  @Test
  void whoeverCannotHaveTheRunLeavesTheSessionsOfItsHolderAlone() throws Exception {
    Ghost holder = new Ghost("commit", 3);
    assertThat(LoadedFund.launcher(other).restart(openRun(), RunProgress.NONE).result())
        .isEqualTo(RunOutcome.Result.BUSY);
    assertThat(LoadedFund.launcher(other).recover(openRun())).isFalse();
    assertThat(holder.release().exitCode()).isEqualTo(1);
  }

  @Test
  void aGhostThatWakesAfterItsSuccessorIsDoneChangesNothing() throws Exception {
    Ghost ghost = new Ghost("rename ack-0002", 1);
    ghost.looksDead();
    Future<RunOutcome> successor =
        threads.submit(() -> LoadedFund.launcher(other).restart(openRun(), RunProgress.NONE));
    assertThat(successor.get(60, TimeUnit.SECONDS).exitCode()).isEqualTo(1);
    RunOutcome late = ghost.release();
    assertThat(late.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(
            fund.sql()
                .sql("SELECT DISTINCT fence FROM run WHERE status = 'COMPLETED'")
                .query(Integer.class)
                .list())
        .contains(2);
    fund.month();
    assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
  }
}
