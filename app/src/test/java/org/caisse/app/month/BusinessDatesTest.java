package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An assessment knows what was received up to its day, whenever it is asked for. */
class BusinessDatesTest {

  private static final LocalDate FIRST = LoadedFund.FIRST_RECEIPT;
  private static final LocalDate LATE = LocalDate.of(2026, 3, 25);

  @TempDir private Path folder;

  @Test
  void whatCameLaterCountsOnItsDayOnly() throws IOException {
    NetBooks first;
    NetBooks both;
    try (LoadedFund inOrder = LoadedFund.in(folder)) {
      inOrder.intake(FIRST);
      inOrder.assess(FIRST);
      first = NetBooks.of(inOrder.sql());
      inOrder.intake(LATE);
      inOrder.assess(LATE);
      both = NetBooks.of(inOrder.sql());
    }
    assertThat(both.ledger()).isNotEqualTo(first.ledger());
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(FIRST);
      fund.intake(LATE);
      assertThat(fund.assess(FIRST).result()).isEqualTo(RunOutcome.Result.COMPLETED);
      assertThat(NetBooks.of(fund.sql()).ledger()).isEqualTo(first.ledger());
      assertThat(fund.assess(LATE).result()).isEqualTo(RunOutcome.Result.COMPLETED);
      assertThat(NetBooks.of(fund.sql()).differencesFrom(both)).isEmpty();

      assertThat(fund.assess(FIRST).result())
          .as("nothing is new since")
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);
      Path nothing = folder.resolve("nothing.csv");
      Files.writeString(
          nothing,
          "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n");
      fund.intake(LATE, nothing);
      assertThatThrownBy(() -> fund.assess(FIRST))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("2026-02 was done for 2026-03-25")
          .hasMessageContaining("ask for it with date=2026-03-25 or later");
      assertThat(fund.assess(LATE).result()).isEqualTo(RunOutcome.Result.COMPLETED);
    }
  }
}
