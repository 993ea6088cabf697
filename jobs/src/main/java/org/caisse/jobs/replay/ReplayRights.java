package org.caisse.jobs.replay;

import java.util.function.Consumer;
import org.caisse.domain.pack.Law;
import org.caisse.domain.right.FamilyRow;
import org.caisse.domain.right.HeadRow;
import org.caisse.domain.right.RightTerms;

/** Judges again, by its own archive, which rights a run of entitlement posted. */
final class ReplayRights {

  private ReplayRights() {}

  static ReplayedPart of(ArchivedRun run, Law law, Done done) {
    ReplayedPart result = new ReplayedPart();
    RightTerms terms = new RightTerms(law);
    each(
        run,
        "heads",
        HeadRow.class,
        row -> {
          result.persons++;
          result.differences.compare("person " + row.personNo(), row, row.judged(terms));
        },
        result,
        done);
    each(
        run,
        "families",
        FamilyRow.class,
        row -> result.differences.compare("family of " + row.headNo(), row, row.judged(terms)),
        result,
        done);
    return result;
  }

  private static <R extends Record> void each(
      ArchivedRun run,
      String name,
      Class<R> type,
      Consumer<R> again,
      ReplayedPart result,
      Done done) {
    try (ArchivedRows<R> rows =
        new ArchivedRows<>(run, run.files(name), type, result.differences, done)) {
      for (R row = rows.take(); row != null; row = rows.take()) {
        again.accept(row);
      }
      result.whole &= rows.whole();
    }
  }
}
