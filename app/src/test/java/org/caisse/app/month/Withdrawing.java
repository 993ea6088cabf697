package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.junit.jupiter.api.io.TempDir;

/** A workspace in which files are withdrawn. */
abstract class Withdrawing {

  static final LocalDate FIRST = LoadedFund.FIRST_RECEIPT;
  static final LocalDate LATER = LocalDate.of(2026, 4, 20);
  static final String FILE = "cnss-2026-02.csv";

  @TempDir Path folder;

  static RunOutcome withdraw(LoadedFund fund, FailPoint failPoint, String file) {
    return fund.run(
        failPoint,
        FileWithdrawal.NAME,
        Map.of(
            "file", List.of(file),
            "reason", List.of("sent by mistake"),
            "date", List.of(LATER.toString())));
  }

  static RunOutcome withdraw(LoadedFund fund, String file) {
    return withdraw(fund, FailPoint.NONE, file);
  }

  static void completed(RunOutcome outcome) {
    assertThat(outcome.result()).as(outcome.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
  }

  static List<String> texts(LoadedFund fund, String query) {
    return fund.sql().sql(query).query(String.class).list();
  }
}
