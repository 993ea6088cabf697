package org.caisse.jobs.replay;

import org.caisse.domain.contribution.WithdrawalEffect;
import org.caisse.domain.contribution.WithdrawnRow;

/** Judges again what a withdrawal decided on each declaration of its file. */
final class ReplayWithdrawal {

  private ReplayWithdrawal() {}

  static ReplayedPart of(ArchivedRun run, Done done) {
    ReplayedPart part = new ReplayedPart();
    try (ArchivedRows<WithdrawnRow> rows =
        new ArchivedRows<>(
            run, run.files("withdrawn"), WithdrawnRow.class, part.differences, done)) {
      for (WithdrawnRow row = rows.take(); row != null; row = rows.take()) {
        part.declarations++;
        WithdrawalEffect now = row.judgeAgain();
        if (now != row.effect()) {
          part.differences.add(
              "%s line %d, employer %s"
                  .formatted(run.key().label(), row.lineNo(), row.employerNo()),
              "effect",
              row.effect(),
              now);
        }
      }
      part.whole = rows.whole();
    }
    return part;
  }
}
