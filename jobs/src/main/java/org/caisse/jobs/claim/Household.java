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
   * @param kind what is to be done with it
   * @param rev last revision of its decision, or 0
   * @param verdict hash of what stands decided, or empty
   */
  record Line(long lineId, long invoiceId, Kind kind, int rev, String verdict) {

    /** Whether it is judged. */
    boolean judged() {
      return kind != Kind.FALLEN;
    }
  }

  /** What is to be done with a line. */
  enum Kind {
    /** It is judged. */
    LINE,
    /** It is firm, and judged again for more. */
    REDUCED,
    /** It counts no more: what was decided of it is taken back. */
    FALLEN
  }
}
