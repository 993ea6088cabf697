package org.caisse.domain.contribution;

import java.util.List;

/**
 * What an employer is told of a regularisation, in the archive: what the rule saw, then what it
 * decided.
 *
 * @param employerNo number of the employer
 * @param changes what its months owed before and owe after
 * @param moreMinor sum of what is owed more, minor units
 * @param lessMinor sum of what is owed less, minor units
 */
public record RectificationRow(
    String employerNo,
    List<MonthChange> changes,
    long moreMinor,
    long lessMinor,
    JudgeRectification.Effect effect) {

  public RectificationRow {
    changes = List.copyOf(changes);
  }

  /** The row of a judged employer. */
  public static RectificationRow of(
      String employerNo, List<MonthChange> changes, JudgeRectification.Verdict verdict) {
    return new RectificationRow(
        employerNo, changes, verdict.moreMinor(), verdict.lessMinor(), verdict.effect());
  }

  /** The row that the rule would write on the same facts now. */
  public RectificationRow judgeAgain() {
    return of(employerNo, changes, JudgeRectification.judge(changes));
  }
}
