package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.junit.jupiter.api.Test;

/** Complements beside another intake that is under way, and beside what is withdrawn. */
class CorrectionsBesideOthersTest extends CorrectedMonth {

  @Test
  void twoIntakesAtOnceCannotBothFileWhatTheOtherDoesNotKnow() throws Exception {
    intake(FIRST, sent("original", 1, Line.of(person(0), 100_000)));
    Path one =
        Typed.file(folder.resolve("one.csv"), sent("complement", 2, Line.of(person(1), 50_000)));
    Path other =
        Typed.file(folder.resolve("other.csv"), sent("complement", 3, Line.of(person(1), 60_000)));
    // The other has judged its file when the first commits, and waits for it at the index.
    CompletableFuture<RunOutcome> second = new CompletableFuture<>();
    RunEnvironment session =
        fund.environment(
            place -> {
              if (place.equals("commit") && writing() && !second.isDone()) {
                Thread.ofPlatform()
                    .start(() -> second.complete(fund.intake(LATER.plusDays(1), other)));
                while (!waiting() && !second.isDone()) {
                  LockSupport.parkNanos(1_000_000);
                }
              }
            });
    try {
      assertThat(fund.intake(session, LATER, one).exitCode()).isZero();
    } finally {
      session.database().close();
    }
    RunOutcome failed = second.get(60, TimeUnit.SECONDS);
    assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
    assertThat(failed.message()).contains("at the same time: restart this run", "2026-02-01");
    assertThat(fund.launcher(FailPoint.NONE).restart(failed.run(), RunProgress.NONE).exitCode())
        .isEqualTo(1);
    assess(LATER.plusDays(1));
    assertThat(posted()).containsExactly(person(0) + " 0 100000 2500", person(1) + " 0 50000 1250");
    assertThat(codes()).containsExactly("310");
    everythingHolds();
  }

  /**
   * Whether somebody has written declarations and not committed them. Copies of one database have
   * the same number for the table: only this database counts.
   */
  private boolean writing() {
    return number(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE"
                + " datname = current_database() AND relation = 'declaration'::regclass AND mode ="
                + " 'RowExclusiveLock'")
        > 0;
  }

  /** Whether somebody waits for the end of another's transaction. */
  private boolean waiting() {
    return number(
            "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND"
                + " locktype = 'transactionid' AND datname = current_database()")
        > 0;
  }

  private long number(String query) {
    return fund.sql().sql(query).query(Long.class).single();
  }

  @Test
  void aComplementFallsWithItsBaseAndComesAgainOnWhatStandsInForIt() {
    Line more = Line.of(person(1), 200_000);
    intake(FIRST, sent("original", 1, Line.of(person(0), 100_000)));
    intake(FIRST, sent("original", 1, Line.of(person(0), 100_000)), "\n");
    intake(FIRST, sent("complement", 2, more));
    intake(FIRST, sent("complement", 3, Line.of(person(2), 300_000)));
    assess(LATER);
    assertThat(month()).startsWith("DECLARED 3 600000 ");

    withdraw("sent-1.csv");
    assess(LATER);
    assertThat(month())
        .as("both were judged with what is withdrawn")
        .startsWith("DECLARED 1 100000 ");
    everythingHolds();

    assertThat(intake(LATER, sent("complement", 2, more), "\n").exitCode()).isZero();
    assess(LATER);
    assertThat(month()).startsWith("DECLARED 2 300000 ");
    everythingHolds();

    withdraw("sent-2.csv");
    intake(LATER, sent("original", 1, Line.of(person(3), 400_000)));
    assertThat(intake(LATER, sent("complement", 2, more), "\n\n").exitCode()).isZero();
    assess(LATER);
    assertThat(month()).startsWith("DECLARED 2 600000 ");
    everythingHolds();
  }

  private void withdraw(String file) {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            FileWithdrawal.NAME,
            Map.of(
                "file", List.of(file),
                "reason", List.of("sent by mistake"),
                "date", List.of(LATER.toString())));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }
}
