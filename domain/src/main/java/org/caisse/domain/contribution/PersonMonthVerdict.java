package org.caisse.domain.contribution;

import java.util.List;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.Shares;

/**
 * What is to be posted for a person's month.
 *
 * @param rule the rule of the pack, or empty when nothing is due
 * @param revisions rows of the sub-ledger
 * @param entries ledger entries of a person who owes for itself
 */
public record PersonMonthVerdict(String rule, List<Revision> revisions, List<Entry> entries) {

  /**
   * A row of the sub-ledger.
   *
   * @param rev from 1; 0 is what was posted as read
   * @param reverses the revision that it takes back, with its amounts negative; -1 when it takes
   *     none back
   * @param baseMinor minor units
   * @param shares by payer
   */
  public record Revision(int rev, int reverses, long baseMinor, Shares shares) {}

  public PersonMonthVerdict {
    revisions = List.copyOf(revisions);
    entries = List.copyOf(entries);
  }
}
