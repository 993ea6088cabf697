package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.domain.account.AccountRow.Dated;
import org.caisse.domain.account.AccountRow.LastRev;
import org.caisse.domain.account.AccountRow.Posted;
import org.caisse.domain.ledger.CompareThenPost;
import org.caisse.domain.ledger.Owed;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.Payer;

/** Compares what an account should say with what it says, month by month (SEMANTICS 2). */
final class MonthEntries {

  private MonthEntries() {}

  /**
   * The entries that bring the second to the first.
   *
   * @param targets what it should say, by first day of the month
   * @param posted entries that stand
   * @param lastRevs highest revision of the document of each month
   */
  static List<Dated> of(
      SortedMap<LocalDate, List<Owed>> targets, List<Posted> posted, List<LastRev> lastRevs) {
    SortedMap<LocalDate, List<Owed>> months = new TreeMap<>();
    posted.forEach(entry -> months.put(entry.valuePeriod(), List.of()));
    months.putAll(targets);
    List<Dated> all = new ArrayList<>();
    months.forEach(
        (month, owed) ->
            CompareThenPost.entries(owed, standing(posted, month), lastRev(lastRevs, month))
                .forEach(entry -> all.add(Dated.of(month, entry))));
    return all;
  }

  private static List<PostedEntry> standing(List<Posted> posted, LocalDate month) {
    return posted.stream()
        .filter(entry -> entry.valuePeriod().equals(month))
        .map(
            entry ->
                new PostedEntry(
                    entry.ogd(),
                    entry.component(),
                    Payer.EMPLOYER,
                    entry.rev(),
                    entry.amountMinor()))
        .toList();
  }

  private static int lastRev(List<LastRev> lastRevs, LocalDate month) {
    return lastRevs.stream()
        .filter(last -> last.valuePeriod().equals(month))
        .mapToInt(LastRev::rev)
        .findFirst()
        .orElse(0);
  }
}
