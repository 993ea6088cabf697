package org.caisse.domain.takeon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.caisse.domain.ledger.CompareThenPost;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Owed;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.Payer;

/**
 * The openings of an employer, or of the chart of accounts: what is to stand, what stands, and what
 * is posted between the two (SEMANTICS 2); a row of the archive.
 *
 * @param employerNo number of the employer; empty for the chart
 * @param items what is to stand: debts or balances
 * @param posted openings that stand
 * @param lastRevs highest revision of each of their documents
 * @param money advances that the run brings, by month
 * @param advances entries of advances that stand in these months
 * @param accountRevs highest revision of each document of the employer's account
 * @param entries what was posted
 */
public record OpeningRow(
    String employerNo,
    List<Item> items,
    List<Posted> posted,
    List<LastRev> lastRevs,
    List<Money> money,
    List<Posted> advances,
    List<LastRev> accountRevs,
    List<Dated> entries) {

  /**
   * What is to stand.
   *
   * @param ogd code of the delegated body; of a balance, its account
   */
  public record Item(LocalDate period, String ogd, Component component, long amountMinor) {}

  /** Money of a month that pays nothing yet. */
  public record Money(LocalDate period, long amountMinor) {}

  /** An entry that stands. */
  public record Posted(
      LocalDate period, String ogd, Component component, int rev, long amountMinor) {

    private PostedEntry entry() {
      return new PostedEntry(ogd, component, Payer.EMPLOYER, rev, amountMinor);
    }
  }

  /** Highest revision of the document of a month. */
  public record LastRev(LocalDate period, int rev) {}

  /** An entry to post. */
  public record Dated(
      Debtor debtor,
      LocalDate period,
      String ogd,
      Component component,
      int rev,
      int reverses,
      long amountMinor) {

    private static Dated of(Debtor debtor, LocalDate period, Entry entry) {
      return new Dated(
          debtor,
          period,
          entry.ogd(),
          entry.component(),
          entry.rev(),
          entry.reverses(),
          entry.amountMinor());
    }

    /** The entry itself. */
    public Entry entry() {
      return new Entry(ogd, component, Payer.EMPLOYER, rev, reverses, amountMinor);
    }
  }

  public OpeningRow {
    items = List.copyOf(items);
    posted = List.copyOf(posted);
    lastRevs = List.copyOf(lastRevs);
    money = List.copyOf(money);
    advances = List.copyOf(advances);
    accountRevs = List.copyOf(accountRevs);
    entries = List.copyOf(entries);
  }

  /** What the rules decide on these facts. */
  public OpeningRow judged() {
    List<Dated> decided = new ArrayList<>();
    openings(decided);
    addAdvances(decided);
    return new OpeningRow(
        employerNo, items, posted, lastRevs, money, advances, accountRevs, decided);
  }

  private void openings(List<Dated> decided) {
    SortedSet<LocalDate> periods = new TreeSet<>();
    items.forEach(item -> periods.add(item.period()));
    posted.forEach(entry -> periods.add(entry.period()));
    Debtor debtor = employerNo.isEmpty() ? Debtor.CHART : Debtor.OPENING;
    for (LocalDate period : periods) {
      List<Owed> owed =
          items.stream()
              .filter(item -> item.period().equals(period))
              .map(
                  item ->
                      new Owed(item.ogd(), item.component(), Payer.EMPLOYER, item.amountMinor()))
              .toList();
      CompareThenPost.entries(owed, standing(posted, period), lastRev(lastRevs, period))
          .forEach(entry -> decided.add(Dated.of(debtor, period, entry)));
    }
  }

  /** Money that comes is an advance beside those that stand, until a settlement says otherwise. */
  private void addAdvances(List<Dated> decided) {
    for (Money more : money) {
      List<PostedEntry> standing = standing(advances, more.period());
      long before = standing.stream().mapToLong(PostedEntry::amountMinor).sum();
      Owed target =
          new Owed(
              "", Component.ADVANCE, Payer.EMPLOYER, Math.addExact(before, more.amountMinor()));
      CompareThenPost.entries(List.of(target), standing, lastRev(accountRevs, more.period()))
          .forEach(entry -> decided.add(Dated.of(Debtor.ACCOUNT, more.period(), entry)));
    }
  }

  private static List<PostedEntry> standing(List<Posted> posted, LocalDate period) {
    return posted.stream()
        .filter(entry -> entry.period().equals(period))
        .map(Posted::entry)
        .toList();
  }

  private static int lastRev(List<LastRev> revs, LocalDate period) {
    return revs.stream()
        .filter(last -> last.period().equals(period))
        .mapToInt(LastRev::rev)
        .findFirst()
        .orElse(0);
  }
}
