package org.caisse.jobs.replay;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.caisse.domain.collection.ClearanceRow;
import org.caisse.domain.collection.FollowUpRow;
import org.caisse.domain.pack.Law;

/** Judges again, by its own archive, which letters followed, or whether a certificate was due. */
final class ReplayCollection {

  private ReplayCollection() {}

  static ReplayedPart of(ArchivedRun run, String step, Law law, Done done) {
    return step.equals("clearance")
        ? rows(
            run, step, ClearanceRow.class, ClearanceRow::employerNo, row -> row.judged(law), done)
        : rows(run, step, FollowUpRow.class, FollowUpRow::employerNo, row -> row.judged(law), done);
  }

  private static <T extends Record> ReplayedPart rows(
      ArchivedRun run,
      String step,
      Class<T> type,
      Function<T, String> employer,
      UnaryOperator<T> again,
      Done done) {
    ReplayedPart result = new ReplayedPart();
    try (ArchivedRows<T> rows =
        new ArchivedRows<>(run, run.files(step), type, result.differences, done)) {
      for (T row = rows.take(); row != null; row = rows.take()) {
        result.employers++;
        result.differences.compare("employer " + employer.apply(row), row, again.apply(row));
      }
      result.whole &= rows.whole();
    }
    return result;
  }
}
