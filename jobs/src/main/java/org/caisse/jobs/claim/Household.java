package org.caisse.jobs.claim;

import java.util.List;
import org.caisse.domain.claim.HouseholdFacts;

/**
 * A household to be judged, with what was decided of its lines before.
 *
 * @param work lines that are to be judged, and those that count no more
 */
record Household(HouseholdFacts facts, List<Line> work) {

  Household {
    work = List.copyOf(work);
  }

  /**
   * A line of the run.
   *
   * @param stands whether it is judged; else what was decided of it is taken back
   * @param rev last revision of its decision, or 0
   * @param verdict hash of what stands decided, or empty
   */
  record Line(long lineId, long invoiceId, boolean stands, int rev, String verdict) {}
}
