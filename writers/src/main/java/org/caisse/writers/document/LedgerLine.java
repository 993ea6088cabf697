package org.caisse.writers.document;

import java.time.LocalDate;
import org.caisse.domain.ledger.Entry;

/**
 * A ledger entry as a statement shows it.
 *
 * @param postingPeriod first day of the month in whose books it stands
 * @param document number of the ledger document that it belongs to
 * @param entry the entry itself
 */
public record LedgerLine(LocalDate postingPeriod, String document, Entry entry) {}
