package org.caisse.jobs.replay;

import org.caisse.domain.contribution.RectificationRow;

/** Judges again, by a regularisation's own archive, what each employer is told. */
final class ReplayRegularisation {

  private ReplayRegularisation() {}

  static ReplayedPart of(ArchivedRun run, Done done) {
    ReplayedPart result = new ReplayedPart();
    try (ArchivedRows<RectificationRow> rows =
        new ArchivedRows<>(
            run, run.files("rectifications"), RectificationRow.class, result.differences, done)) {
      for (RectificationRow row = rows.take(); row != null; row = rows.take()) {
        result.employers++;
        result.differences.compare("employer " + row.employerNo(), row, row.judgeAgain());
      }
      result.whole &= rows.whole();
    }
    return result;
  }
}
