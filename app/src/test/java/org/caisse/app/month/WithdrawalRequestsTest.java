package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.junit.jupiter.api.Test;

/** What may be withdrawn, what is said of the rest, and what may come again. */
class WithdrawalRequestsTest extends Withdrawing {

  @Test
  void whatLiesInItsPlaceIsNotTakenAgainButWhatComesOnAnotherDayIs() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(FIRST);
      completed(withdraw(fund, FILE));
      RunOutcome lying = fund.intake(FIRST);
      assertThat(lying.result()).isEqualTo(RunOutcome.Result.ALREADY_DONE);
      assertThat(lying.leftOut()).extracting(out -> out.before().name()).contains(FILE);

      LocalDate before = LATER.minusDays(1);
      copyTo(fund, before);
      assertThat(fund.intake(before).result()).isEqualTo(RunOutcome.Result.ALREADY_DONE);
      copyTo(fund, LATER);
      RunOutcome again = fund.intake(LATER);
      assertThat(again.result()).isEqualTo(RunOutcome.Result.COMPLETED);
      assertThat(
              texts(
                  fund,
                  "SELECT concat_ws(' ', taken, name, received_on) FROM file WHERE sha256 IN"
                      + " (SELECT sha256 FROM file GROUP BY sha256 HAVING count(*) > 1) ORDER BY"
                      + " taken"))
          .containsExactly("1 cnss-2026-02.csv 2026-03-09", "2 again.csv 2026-04-20");
      assertThat(
              texts(
                  fund,
                  "SELECT DISTINCT filing::text FROM declaration JOIN file USING (file_id) WHERE"
                      + " status = 'FILED' AND taken = 2"))
          .containsExactly("2");
      assertThat(fund.intake(LATER.plusDays(1), fund.inbox(FIRST).resolve(FILE)).result())
          .as("it counts again, so it is known")
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);
    }
  }

  private static void copyTo(LoadedFund fund, LocalDate day) throws IOException {
    Files.createDirectories(fund.inbox(day));
    Files.copy(fund.inbox(FIRST).resolve(FILE), fund.inbox(day).resolve("again.csv"));
  }

  @Test
  void theDatabaseItselfRefusesWhatIsNotWithdrawn() {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(FIRST);
      assertThatThrownBy(
              () ->
                  fund.sql()
                      .sql(
                          "INSERT INTO file (file_id, run_id, ordinal, kind, name, bytes, lines,"
                              + " sha256, received_on, taken) OVERRIDING SYSTEM VALUE SELECT 900,"
                              + " run_id, 900, kind, name, bytes, lines, sha256, received_on, 2"
                              + " FROM file WHERE ordinal = 1 AND kind = 'declarations'")
                      .update())
          .hasMessageContaining("was taken before and is not withdrawn");
      String copied =
          texts(
                  fund,
                  "SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute WHERE"
                      + " attrelid = 'declaration'::regclass AND attnum > 0 AND attname NOT IN"
                      + " ('declaration_id', 'filing', 'filed_before')")
              .getFirst();
      assertThatThrownBy(
              () ->
                  fund.sql()
                      .sql(
                          "INSERT INTO declaration (declaration_id, filing, filed_before, %1$s) SELECT -1, 2, 900, %1$s FROM declaration WHERE status = 'FILED' LIMIT 1"
                              .formatted(copied))
                      .update())
          .hasMessageContaining("was filed before and is not withdrawn");
    }
  }

  @Test
  void whatIsAskedWronglyStartsNothing() {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(FIRST);
      assertThatThrownBy(() -> withdraw(fund, "no-such-file.csv"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("there is no file no-such-file.csv");
      String hash = texts(fund, "SELECT sha256 FROM file WHERE name = '" + FILE + "'").getFirst();
      assertThat(fund.files().find(hash.substring(0, 12))).hasSize(1);
      assertThat(fund.files().find("2026-03-09/declaration-intake-1/1")).hasSize(1);
      completed(withdraw(fund, FILE));
      fund.intake(LATER, fund.inbox(FIRST).resolve(FILE));
      assertThatThrownBy(() -> withdraw(fund, FILE))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(FILE + " may be 2 files")
          .hasMessageContaining("2026-03-09/declaration-intake-1/")
          .hasMessageContaining("withdrawn 2026-04-20");
      assertThatThrownBy(
              () ->
                  fund.run(
                      FailPoint.NONE,
                      FileWithdrawal.NAME,
                      Map.of(
                          "file", List.of("2026-04-20/declaration-intake-1/1"),
                          "reason", List.of("too early"),
                          "date", List.of(FIRST.toString()))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("cannot be withdrawn on 2026-03-09");
      assertThat(texts(fund, "SELECT count(*)::text FROM run WHERE job = 'file-withdrawal'"))
          .containsExactly("1");
    }
  }

  @Test
  void aFileThatIsStillBeingTakenInCannotBeWithdrawn() {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      RunOutcome failed =
          fund.intake(
              place -> {
                if (place.equals("commit")) {
                  throw new IllegalStateException("the disk is full");
                }
              },
              FIRST);
      assertThat(failed.run().status()).isNotEqualTo(Run.Status.COMPLETED);
      assertThatThrownBy(() -> withdraw(fund, FILE))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("is being taken in")
          .hasMessageContaining("caisse restart " + failed.run().id());
    }
  }
}
