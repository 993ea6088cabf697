package org.caisse.jobs.replay;

import org.caisse.domain.takeon.ControlTotal;
import org.caisse.domain.takeon.OpeningRow;

/** Judges again what a take-on compared, and what it opened. */
final class ReplayTakeOn {

  private ReplayTakeOn() {}

  static ReplayedPart of(ArchivedRun run, Done done) {
    ReplayedPart result = new ReplayedPart();
    try (ArchivedRows<ControlTotal> rows =
        new ArchivedRows<>(
            run, run.files("totals"), ControlTotal.class, result.differences, done)) {
      for (ControlTotal row = rows.take(); row != null; row = rows.take()) {
        result.lines++;
        result.differences.compare(row.kind() + " " + row.key(), row, row.judgeAgain());
      }
      result.whole &= rows.whole();
    }
    try (ArchivedRows<OpeningRow> rows =
        new ArchivedRows<>(
            run, run.files("openings"), OpeningRow.class, result.differences, done)) {
      for (OpeningRow row = rows.take(); row != null; row = rows.take()) {
        result.employers++;
        result.differences.compare("employer " + row.employerNo(), row, row.judged());
      }
      result.whole &= rows.whole();
    }
    return result;
  }
}
