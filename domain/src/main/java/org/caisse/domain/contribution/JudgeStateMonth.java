package org.caisse.domain.contribution;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caisse.domain.ledger.CompareThenPost;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Owed;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.Payer;

/**
 * What the State owes for a month, per delegated body: its shares and the contributions of the
 * people it funds.
 */
public final class JudgeStateMonth {

  private JudgeStateMonth() {}

  /**
   * @param byOgd the State's shares by code of the delegated body, minor units
   * @param posted ledger entries of the State that stand for the month
   * @param lastRev highest revision of the State's document of the month, or 0
   */
  public static List<Entry> entries(
      SortedMap<String, Long> byOgd, List<PostedEntry> posted, int lastRev) {
    List<Owed> owed =
        byOgd.entrySet().stream()
            .map(
                (Map.Entry<String, Long> e) ->
                    new Owed(e.getKey(), Component.CONTRIBUTION, Payer.STATE, e.getValue()))
            .toList();
    return CompareThenPost.entries(owed, posted, lastRev);
  }
}
