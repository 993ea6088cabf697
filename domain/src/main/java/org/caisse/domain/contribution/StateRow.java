package org.caisse.domain.contribution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.PostedEntry;

/**
 * The State's month in the archive: what the rule saw, then what it decided.
 *
 * @param shares what the State bears, per delegated body
 * @param posted ledger entries that stand
 * @param lastRev highest revision of the State's document of the month, or 0
 * @param entries what was posted
 */
public record StateRow(
    List<OgdShare> shares, List<PostedEntry> posted, int lastRev, List<Entry> entries) {

  /** What the State bears through one delegated body, minor units. */
  public record OgdShare(String ogd, long amountMinor) {}

  public StateRow {
    shares = List.copyOf(shares);
    posted = List.copyOf(posted);
    entries = List.copyOf(entries);
  }

  /** What the rule decides on the same facts now. */
  public List<Entry> judgeAgain() {
    SortedMap<String, Long> byOgd = new TreeMap<>();
    shares.forEach(share -> byOgd.put(share.ogd(), share.amountMinor()));
    return JudgeStateMonth.entries(byOgd, posted, lastRev);
  }
}
