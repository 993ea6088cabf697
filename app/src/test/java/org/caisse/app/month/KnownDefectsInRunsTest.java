package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The defects that the nearest peer is known for, where they are about runs, contributions and
 * money: 10, and 12 to 15. Those of deciding on care are in {@code KnownDefectsTest} of the domain.
 */
class KnownDefectsInRunsTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
  private static final LocalDate DECIDED = LocalDate.of(2026, 3, 5);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 12);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 11);

  /**
   * 10: a run whose work fails half-way says so, sends nothing out and lets nobody build on it;
   * asked for again it is the same run that goes on, to what it would have come to; and what was
   * done is undone by a run, as long as anybody likes.
   */
  @Test
  void aRunThatFailsHalfWayIsFailedAndGoesOnAndCanBeUndone(@TempDir Path folder) {
    try (CareFund care = CareFund.in(folder)) {
      care.fund().inPortions(IntakeSizes.STANDARD, ONE_BY_ONE);
      Path kept = care.invoices("kept.csv", "CMA-1;F-1;1;;2000;A;2026-02-10;C1;;;;1;2000;2000;;;");
      Path undone =
          care.invoices("undone.csv", "CMA-2;X-3;1;;3000;D;2026-02-10;NFS;;;;1;3000;3000;DR-4;;");
      assertThat(care.intake(FailPoint.NONE, RECEIVED, kept, undone).rejects()).isZero();

      RunOutcome failed = care.adjudicate(failingAtCommit(3), DECIDED);

      assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
      assertThat(failed.exitCode()).isEqualTo(3);
      assertThat(failed.message()).contains("the disk is full");
      assertThat(care.fund().runs().find(failed.run().id()).orElseThrow().status())
          .isEqualTo(Run.Status.FAILED);
      assertThat(care.count("SELECT count(*) FROM claim_decision")).as("half of it").isEqualTo(1);
      assertThat(sent(care, DECIDED, "claim-adjudication-1")).doesNotExist();
      assertThatThrownBy(() -> care.remit(FailPoint.NONE, DECIDED))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("no care was decided on");

      RunOutcome again = care.adjudicate(FailPoint.NONE, DECIDED);

      assertThat(again.exitCode()).isZero();
      assertThat(again.run().id()).isEqualTo(failed.run().id());
      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 1 1 PAID 2000 amu=1400 copay=600",
              "CMA-2 X-3 1 1 REFUSED 3000 copay=0 501/PATIENT=3000");
      assertThat(care.adjudicate(FailPoint.NONE, DECIDED).result())
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);

      assertThat(care.caisse("withdraw", "kept.csv", "--reason", "autre assuré").exit()).isZero();
      assertThat(care.adjudicate(FailPoint.NONE, MARCH).exitCode()).isZero();
      assertThat(care.decided())
          .containsExactly("CMA-2 X-3 1 1 REFUSED 3000 copay=0 501/PATIENT=3000");
      assertThat(care.ledger()).isEmpty();
      assertThat(care.count("SELECT count(*) FROM ledger_entry WHERE reverses IS NOT NULL"))
          .as("what stood is reversed, not deleted")
          .isEqualTo(1);
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  /** 12: a rate of 2.5 % stays 2.5 %; 13: two jobs are two incomes, whichever comes first. */
  @Test
  void aRateKeepsItsDecimalsAndTwoJobsAreTwoIncomes(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      String person = anybody(fund);
      Path file =
          Typed.file(
              folder.resolve("two-jobs.csv"),
              Typed.declaration("E000002", "original", 1, List.of(Line.of(person, 100_100))),
              Typed.declaration("E000001", "original", 1, List.of(Line.of(person, 300_300))));
      assertThat(fund.intake(LoadedFund.FIRST_RECEIPT, file).rejects()).isZero();
      assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();

      // 2.5 % of 300,300 is 7,507.5, of 100,100 it is 2,502.5: half up. 2 % would be 6,006.
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT employer_no || ' ' || sum(base_minor) || ' ' || sum(insured_minor)"
                          + " FROM contribution JOIN employer USING (employer_id) JOIN person USING"
                          + " (person_id) WHERE person_no = ? GROUP BY employer_no ORDER BY 1")
                  .param(person)
                  .query(String.class)
                  .list())
          .containsExactly("E000001 300300 7508", "E000002 100100 2503");
    }
  }

  /**
   * 14: nothing is paid because it was told, or because somebody decided to pay it: the bank's own
   * line says so, and for how much; what the bank refuses is owed again; a text or a code that
   * nobody knows is listed, and the rest of the file is taken.
   */
  @Test
  void onlyTheBankSaysWhatIsPaidAndForHowMuch(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Money money = assessed(fund, folder);
      List<Money.Owing> owing = money.owing(3);
      Money.Owing less = owing.get(0);
      Money.Owing refused = owing.get(1);
      Money.Owing refunded = owing.get(2);
      assertThat(money.sum(less.no(), "PAID%")).as("told by a call notice").isZero();
      long over = 5_000 + refunded.minor();
      RunOutcome taken =
          money.take(
              MARCH,
              Money.line("B1", MARCH.minusDays(3), less.minor() - 100, "", less.notice()),
              Money.line("B2", MARCH.minusDays(3), refused.minor(), "", refused.notice()),
              Money.line("B3", MARCH.minusDays(3), 4_242, "??", "AVIS-2099-999999 E999999 #@!"),
              Money.line("B4", MARCH.minusDays(3), over, "", refunded.notice()));
      money.settle(MARCH);

      assertThat(taken.exitCode()).as("an unknown code stops nothing").isZero();
      assertThat(money.sent(MARCH, "unmatched-2026-03-12.csv"))
          .contains(";B3;", "AVIS-2099-999999");
      assertThat(money.sum(less.no(), "PAID_CONTRIBUTION")).isEqualTo(less.minor() - 100);
      assertThat(money.sent(MARCH, "account-statements-2026-03-12.csv")).contains(less.no());

      money.decideByTwo(APRIL, "refund", "employer", refunded.no(), "amount", "5000");
      money.settle(APRIL);
      long suspense = money.balance("471100");
      money.take(
          APRIL.plusDays(1),
          Money.back("R2", APRIL, refused.minor(), "B2"),
          "R;BK1;;%s;P4;5000;;;;;remboursement;;;;".formatted(APRIL));
      money.settle(APRIL.plusDays(1));

      assertThat(money.sum(refused.no(), "PAID%")).as("refused by the bank").isZero();
      assertThat(money.sum(refused.no(), "LATE_PAYMENT")).isPositive();
      assertThat(money.balance("471100"))
          .as("the refund left the suspense account with the bank's line, not before")
          .isEqualTo(suspense + 5_000);
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  /** 15: what a rejected or returned batch had brought is still there, and so is its rejection. */
  @Test
  void aRejectedBatchDeletesNothing(@TempDir Path folder) throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Money money = assessed(fund, folder);
      Money.Owing debtor = money.owing(1).getFirst();
      money.take(MARCH, Money.line("B1", MARCH, debtor.minor(), "", debtor.notice()));
      money.settle(MARCH);
      List<String> before = receipts(fund);
      Path wrong =
          money.file(
              "S;BK1;;;7;;;;;;;;2;1000;1600", // 1,000 + 500 is not 1,600
              "R;BK1;;2026-04-11;C1;;300;;;;;;;;",
              "R;BK1;;2026-04-11;C2;;200;;;;;;;;");
      RunOutcome rejected = money.take(FailPoint.NONE, APRIL, wrong);

      assertThat(rejected.rejects()).isEqualTo(2);
      assertThat(receipts(fund)).isEqualTo(before);
      assertThat(
              fund.sql()
                  .sql("SELECT raw FROM line_reject WHERE run_id = ? ORDER BY line_no")
                  .param(rejected.run().id())
                  .query(String.class)
                  .list())
          .containsExactly(
              "R;BK1;;2026-04-11;C1;;300;;;;;;;;", "R;BK1;;2026-04-11;C2;;200;;;;;;;;");
      Files.delete(wrong);
      assertThat(fund.home().caisse("verify").exit()).as("its bytes are kept").isZero();

      long allocations = allocations(fund);
      money.take(APRIL.plusDays(1), Money.back("R1", APRIL, debtor.minor(), "B1"));
      money.settle(APRIL.plusDays(1));

      assertThat(money.sum(debtor.no(), "PAID%")).isZero();
      assertThat(receipts(fund)).hasSize(2).containsAll(before);
      assertThat(allocations(fund)).as("reversed by more entries").isGreaterThan(allocations);
      for (String statement : List.of("DELETE FROM receipt", "DELETE FROM ledger_entry")) {
        assertThatThrownBy(() -> fund.sql().sql(statement).update()).hasMessageContaining("append");
      }
    }
  }

  private static final KeyedSizes ONE_BY_ONE = new KeyedSizes(1, 1, 1);

  private static FailPoint failingAtCommit(int nth) {
    AtomicInteger left = new AtomicInteger(nth);
    return place -> {
      if (place.equals("commit") && left.decrementAndGet() == 0) {
        throw new IllegalStateException("the disk is full");
      }
    };
  }

  private static Path sent(CareFund care, LocalDate day, String run) {
    return care.fund().workspace().outbox().resolve(day.toString()).resolve(run);
  }

  private static Money assessed(LoadedFund fund, Path folder) {
    fund.intake(LoadedFund.FIRST_RECEIPT);
    assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
    return new Money(fund, folder);
  }

  private static String anybody(LoadedFund fund) {
    return fund.sql()
        .sql(
            "SELECT min(person_no) FROM person JOIN person_version USING (person_id) WHERE"
                + " population = '' AND valid_to IS NULL AND valid_from < '2026-01-01'")
        .query(String.class)
        .single();
  }

  private static List<String> receipts(LoadedFund fund) {
    return fund.sql()
        .sql("SELECT concat_ws(' ', receipt_no, bank_ref, amount_minor) FROM receipt ORDER BY 1")
        .query(String.class)
        .list();
  }

  private static long allocations(LoadedFund fund) {
    return fund.sql()
        .sql("SELECT count(*) FROM ledger_entry WHERE debtor = 'ACCOUNT'")
        .query(Long.class)
        .single();
  }
}
