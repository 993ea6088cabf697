package org.caisse.jobs.replay;

import java.util.function.Consumer;
import org.caisse.domain.account.AccountRow;
import org.caisse.domain.account.OgdRow;
import org.caisse.domain.pack.Law;
import org.caisse.domain.receipt.MatchRow;
import org.caisse.domain.receipt.TransferRow;

/** Judges again a settlement by its own archive: whose money it was, and what it paid. */
final class ReplaySettlement {

  private final ArchivedRun run;
  private final Done done;
  private final ReplayedPart result = new ReplayedPart();

  private ReplaySettlement(ArchivedRun run, Done done) {
    this.run = run;
    this.done = done;
  }

  static ReplayedPart of(ArchivedRun run, Law law, Done done) {
    return new ReplaySettlement(run, done).judge(law);
  }

  private ReplayedPart judge(Law law) {
    each(
        "transfers",
        TransferRow.class,
        row -> result.differences.compare("receipt " + row.receiptNo(), row, row.judgeAgain()));
    each(
        "match",
        MatchRow.class,
        row -> {
          result.lines++;
          result.differences.compare("receipt " + row.receiptNo(), row, row.judgeAgain());
        });
    each(
        "accounts",
        AccountRow.class,
        row -> {
          result.employers++;
          result.differences.compare("employer " + row.employerNo(), row, row.judged(law));
        });
    each(
        "person-accounts",
        AccountRow.class,
        row -> {
          result.persons++;
          result.differences.compare("person " + row.employerNo(), row, row.judged(law));
        });
    each(
        "bodies",
        OgdRow.class,
        row -> result.differences.compare("body " + row.ogd(), row, row.judged(law)));
    return result;
  }

  private <R extends Record> void each(String name, Class<R> type, Consumer<R> again) {
    try (ArchivedRows<R> rows =
        new ArchivedRows<>(run, run.files(name), type, result.differences, done)) {
      for (R row = rows.take(); row != null; row = rows.take()) {
        again.accept(row);
      }
      result.whole &= rows.whole();
    }
  }
}
