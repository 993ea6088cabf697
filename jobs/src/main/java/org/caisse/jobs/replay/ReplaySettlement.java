package org.caisse.jobs.replay;

import org.caisse.domain.account.AccountRow;
import org.caisse.domain.pack.Law;
import org.caisse.domain.receipt.MatchRow;

/** Judges again a settlement by its own archive: whose money it was, and what it paid. */
final class ReplaySettlement {

  private ReplaySettlement() {}

  static ReplayedPart of(ArchivedRun run, Law law, Done done) {
    ReplayedPart result = new ReplayedPart();
    try (ArchivedRows<MatchRow> rows =
        new ArchivedRows<>(run, run.files("match"), MatchRow.class, result.differences, done)) {
      for (MatchRow row = rows.take(); row != null; row = rows.take()) {
        result.lines++;
        result.differences.compare("receipt " + row.receiptNo(), row, row.judgeAgain());
      }
      result.whole &= rows.whole();
    }
    try (ArchivedRows<AccountRow> rows =
        new ArchivedRows<>(
            run, run.files("accounts"), AccountRow.class, result.differences, done)) {
      for (AccountRow row = rows.take(); row != null; row = rows.take()) {
        result.employers++;
        result.differences.compare("employer " + row.employerNo(), row, row.judged(law));
      }
      result.whole &= rows.whole();
    }
    return result;
  }
}
