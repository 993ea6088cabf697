package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.CompareThenPost;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Owed;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.Payer;

/**
 * An invoice in the ledger and in the archive: what its payers owe for it by the decisions that
 * stand, what is posted, and the entries between the two (SEMANTICS 2, 23).
 *
 * @param invoice provider, number and version
 * @param valuePeriod first day of the month that was invoiced
 * @param reimbursed whether the insured person is paid, not the provider
 * @param owed what each payer bears, lines that wait left out
 * @param posted entries that stand
 * @param lastRev highest revision of its document, or 0
 * @param entries what is posted
 */
public record InvoiceRow(
    String invoice,
    LocalDate valuePeriod,
    boolean reimbursed,
    List<PayerShare> owed,
    List<Posted> posted,
    int lastRev,
    List<Posting> entries) {

  public InvoiceRow {
    owed = List.copyOf(owed);
    posted = List.copyOf(posted);
    entries = List.copyOf(entries);
  }

  /** What a payer bears, minor units. */
  public record PayerShare(String payer, long amountMinor) {}

  /** An entry that stands. */
  public record Posted(String payer, Component component, int rev, long amountMinor) {}

  /** An entry to post; it reverses a revision, or none (0). */
  public record Posting(
      String payer, Component component, int rev, int reverses, long amountMinor) {

    /** The entry itself; who pays is named where other documents name a delegated body. */
    public Entry entry() {
      return new Entry(payer, component, Payer.EMPLOYER, rev, reverses, amountMinor);
    }
  }

  /** What the rule decides on these facts. */
  public InvoiceRow judged() {
    Component component = reimbursed ? Component.REIMBURSEMENT : Component.CARE;
    return new InvoiceRow(
        invoice,
        valuePeriod,
        reimbursed,
        owed,
        posted,
        lastRev,
        postings(component, owed, posted, lastRev));
  }

  /** The entries between what payers bear and what is posted. */
  static List<Posting> postings(
      Component component, List<PayerShare> owed, List<Posted> posted, int lastRev) {
    List<Entry> found =
        CompareThenPost.entries(
            owed.stream()
                .map(
                    share ->
                        new Owed(share.payer(), component, Payer.EMPLOYER, share.amountMinor()))
                .toList(),
            posted.stream()
                .map(
                    entry ->
                        new PostedEntry(
                            entry.payer(),
                            entry.component(),
                            Payer.EMPLOYER,
                            entry.rev(),
                            entry.amountMinor()))
                .toList(),
            lastRev);
    return found.stream()
        .map(
            entry ->
                new Posting(
                    entry.ogd(),
                    entry.component(),
                    entry.rev(),
                    entry.reverses(),
                    entry.amountMinor()))
        .toList();
  }
}
