package org.caisse.jobs.replay;

import org.caisse.domain.pack.Law;
import org.caisse.domain.person.MatchSettings;
import org.caisse.domain.person.PairRow;

/** Compares again the pairs of persons of a run's archive. */
final class ReplayComparison {

  private ReplayComparison() {}

  static ReplayedPart of(ArchivedRun run, Law law, Done done) {
    MatchSettings settings = law.settings().checks().persons();
    ReplayedPart result = new ReplayedPart();
    try (ArchivedRows<PairRow> rows =
        new ArchivedRows<>(run, run.files("compare"), PairRow.class, result.differences, done)) {
      for (PairRow row = rows.take(); row != null; row = rows.take()) {
        result.persons += 2;
        result.differences.compare(
            "pair " + row.a().personNo() + " " + row.b().personNo(), row, row.judged(settings));
      }
      result.whole &= rows.whole();
    }
    return result;
  }
}
