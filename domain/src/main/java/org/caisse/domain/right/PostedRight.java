package org.caisse.domain.right;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a person's rights: one that stands, or one to post.
 *
 * @param rev counts the rows of person, payer and head
 * @param reverses the row that it takes back and repeats; 0 for none
 * @param period what it says
 */
public record PostedRight(int rev, int reverses, RightPeriod period) {

  /** Highest revision of the rows with a payer. */
  public record LastRev(String payer, int rev) {}

  /**
   * Compares what should stand with what does (SEMANTICS 2 of the design).
   *
   * @param standing rows that stand
   * @param lastRevs of all rows, those that do not stand too
   * @return reversals of what should not stand, then rows of what does not yet
   */
  static List<PostedRight> changes(
      List<PostedRight> standing, List<LastRev> lastRevs, List<RightPeriod> targets) {
    Map<String, Integer> last = new HashMap<>();
    lastRevs.forEach(rev -> last.put(rev.payer(), rev.rev()));
    List<RightPeriod> missing = new ArrayList<>(targets);
    List<PostedRight> changes = new ArrayList<>();
    for (PostedRight row : standing) {
      if (!missing.remove(row.period())) {
        changes.add(new PostedRight(next(last, row.period().payer()), row.rev(), row.period()));
      }
    }
    for (RightPeriod target : missing) {
      changes.add(new PostedRight(next(last, target.payer()), 0, target));
    }
    return changes;
  }

  private static int next(Map<String, Integer> last, String payer) {
    return last.merge(payer, 1, Integer::sum);
  }
}
