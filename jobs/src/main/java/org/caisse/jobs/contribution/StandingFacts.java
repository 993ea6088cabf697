package org.caisse.jobs.contribution;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.contribution.Standing;

/**
 * What is known of an employer's declarations for the month.
 *
 * @param firstFiled day on which the first one was filed, or null
 * @param counting those that count: the base, then what completes it in the order of filing
 * @param added those of them that are not posted
 * @param posted revisions of what is posted
 * @param matters what decides
 */
record StandingFacts(
    EmployerFacts employer,
    LocalDate firstFiled,
    List<Long> counting,
    List<Long> added,
    Posted posted,
    Standing.Facts matters) {

  /**
   * Revisions of the posting.
   *
   * @param lastRev the highest, or 0
   * @param baseRev that of the declaration that counted, or 0
   */
  record Posted(int lastRev, int baseRev) {}

  StandingFacts {
    counting = List.copyOf(counting);
    added = List.copyOf(added);
  }

  /** The declaration that counts, or 0. */
  long declarationId() {
    return counting.isEmpty() ? 0 : counting.getFirst();
  }
}
