package org.caisse.domain.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * From what is owed and what is posted, the entries that bring the second to the first: none where
 * they are equal, else a reversal and a new entry (SEMANTICS 2). So corrections, late arrivals,
 * changes of law and repeated runs are one mechanism.
 */
public final class CompareThenPost {

  private CompareThenPost() {}

  /**
   * @param owed the target, at most one amount per OGD, component and payer; order decides the
   *     order of the result
   * @param posted entries that stand, at most one per OGD, component and payer
   * @param lastRev highest revision of the debtor's document of the period, or 0
   */
  public static List<Entry> entries(List<Owed> owed, List<PostedEntry> posted, int lastRev) {
    List<Entry> entries = new ArrayList<>();
    int rev = lastRev;
    for (PostedEntry standing : posted) {
      if (target(owed, standing) != standing.amountMinor()) {
        entries.add(
            new Entry(
                standing.ogd(),
                standing.component(),
                standing.payer(),
                ++rev,
                standing.rev(),
                standing.amountMinor()));
      }
    }
    for (Owed target : owed) {
      if (target.amountMinor() != 0 && standing(posted, target) != target.amountMinor()) {
        entries.add(
            new Entry(
                target.ogd(), target.component(), target.payer(), ++rev, 0, target.amountMinor()));
      }
    }
    return entries;
  }

  private static long target(List<Owed> owed, PostedEntry posted) {
    for (Owed target : owed) {
      if (target.ogd().equals(posted.ogd())
          && target.component() == posted.component()
          && target.payer() == posted.payer()) {
        return target.amountMinor();
      }
    }
    return 0;
  }

  private static long standing(List<PostedEntry> posted, Owed target) {
    for (PostedEntry standing : posted) {
      if (target.ogd().equals(standing.ogd())
          && target.component() == standing.component()
          && target.payer() == standing.payer()) {
        return standing.amountMinor();
      }
    }
    return 0;
  }
}
