package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Posting;

/**
 * The accounting journal: a machine CSV with one row per posting ({@code J}) and a total row
 * ({@code T}). Every entry balances, or the file is not written.
 */
public final class JournalFile {

  private static final TotalledLayout LAYOUT =
      new TotalledLayout(
          List.of(
              "record",
              "currency",
              "posting_period",
              "value_period",
              "document",
              "rev",
              "reverses",
              "debtor",
              "ogd",
              "component",
              "payer",
              "account",
              "debit",
              "credit",
              "count"),
          Set.of("J"),
          Set.of("debit", "credit"),
          Set.of());

  private static final Set<Debtor> OF_CARE =
      Set.of(Debtor.INVOICE, Debtor.EMPLOYER_CARE, Debtor.PERSON_CARE);

  private final TotalledWriter writer;

  /**
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   */
  public JournalFile(OutputStream out, Letterhead letterhead) throws IOException {
    this.writer =
        new TotalledWriter(
            out, LAYOUT, letterhead.currency(), List.of(letterhead.currency().code()));
    if (letterhead.mark() == Letterhead.Mark.DRY_RUN) {
      // Whatever loads it into the accounts stumbles here.
      writer.head().empty(2).text(letterhead.machineMark()).endRow();
    }
  }

  /**
   * Adds an entry with all its postings.
   *
   * @throws IllegalStateException when its debits are not its credits, or not its amount
   */
  public void append(JournalEntry journalEntry) throws IOException {
    checkBalance(journalEntry);
    Entry entry = journalEntry.entry();
    // Care has a payer where other documents have a delegated body.
    boolean care = OF_CARE.contains(journalEntry.debtor());
    for (Posting posting : journalEntry.postings()) {
      writer
          .row("J")
          .text(Months.code(journalEntry.postingPeriod()))
          .text(Months.code(journalEntry.valuePeriod()))
          .text(journalEntry.document())
          .text(Integer.toString(entry.rev()))
          .text(entry.reverses() == 0 ? "" : Integer.toString(entry.reverses()))
          .text(journalEntry.debtor().name())
          .text(care ? "" : entry.ogd())
          .text(entry.component().name())
          .text(care ? entry.ogd() : entry.payer().name())
          .text(posting.account())
          .amount(posting.debitMinor())
          .amount(posting.creditMinor())
          .endRow();
    }
  }

  /** Sum of the debits so far, minor units; the credits are as much. */
  public long debitMinor() {
    return writer.sum("debit");
  }

  /**
   * Ends the file with its total row; the stream stays open.
   *
   * @throws IllegalStateException when debits and credits differ
   */
  public void finish() throws IOException {
    if (writer.sum("debit") != writer.sum("credit")) {
      throw new IllegalStateException(
          "journal: debits of %d and credits of %d (minor units)"
              .formatted(writer.sum("debit"), writer.sum("credit")));
    }
    writer.finish();
  }

  /** Adds a file up again. Returns what is wrong, a sentence each; empty when all ties. */
  public static List<String> verify(Path file) throws IOException {
    return TotalledReader.verify(file, LAYOUT, new EntriesBalance());
  }

  private static void checkBalance(JournalEntry journalEntry) {
    long debit = 0;
    long credit = 0;
    for (Posting posting : journalEntry.postings()) {
      debit = Math.addExact(debit, posting.debitMinor());
      credit = Math.addExact(credit, posting.creditMinor());
    }
    Entry entry = journalEntry.entry();
    if (debit != credit || debit != entry.amountMinor()) {
      throw new IllegalStateException(
          "document %s, revision %d: an entry of %d with debits of %d and credits of %d (minor units)"
              .formatted(journalEntry.document(), entry.rev(), entry.amountMinor(), debit, credit));
    }
  }

  /** The postings of an entry stand together and balance. */
  private static final class EntriesBalance implements TotalledReader.RowCheck {

    private String document;
    private String rev;
    private BigDecimal balance = BigDecimal.ZERO;

    @Override
    public void row(TotalledReader.Row row, Consumer<String> problems) {
      if (!row.text("document").equals(document) || !row.text("rev").equals(rev)) {
        end(problems);
        document = row.text("document");
        rev = row.text("rev");
        balance = BigDecimal.ZERO;
      }
      balance = balance.add(row.number("debit")).subtract(row.number("credit"));
    }

    @Override
    public void end(Consumer<String> problems) {
      if (balance.signum() != 0) {
        problems.accept(
            "document %s, revision %s: debits less credits are %s"
                .formatted(document, rev, balance.toPlainString()));
      }
    }
  }
}
