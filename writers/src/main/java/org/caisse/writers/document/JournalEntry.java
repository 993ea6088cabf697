package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Posting;

/**
 * A ledger entry with its postings, as the accounting journal takes it.
 *
 * @param postingPeriod first day of the month in whose books it stands
 * @param valuePeriod first day of the month that it concerns
 * @param document number of the ledger document
 * @param debtor who owes
 * @param entry the entry itself
 * @param postings its sides; debits equal credits
 */
public record JournalEntry(
    LocalDate postingPeriod,
    LocalDate valuePeriod,
    String document,
    Debtor debtor,
    Entry entry,
    List<Posting> postings) {

  public JournalEntry {
    postings = List.copyOf(postings);
  }
}
