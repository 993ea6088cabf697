package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Debtor;

/**
 * What an employer or insured person owes for care of a month that was paid for days on which the
 * right was closed afterwards, in the ledger and in the archive (SEMANTICS 2, 16). The provider
 * keeps what it was paid. When the right opens again, the debt is taken back.
 *
 * @param debtor {@link Debtor#EMPLOYER_CARE} or {@link Debtor#PERSON_CARE}
 * @param number of the employer or insured person
 * @param month first day of the month of care
 * @param owed what each payer of care had borne, minor units
 * @param posted entries that stand
 * @param lastRev highest revision of its document, or 0
 * @param entries what is posted
 */
public record CareDebtRow(
    Debtor debtor,
    String number,
    LocalDate month,
    List<InvoiceRow.PayerShare> owed,
    List<InvoiceRow.Posted> posted,
    int lastRev,
    List<InvoiceRow.Posting> entries) {

  /** Name of its archive. */
  public static final String NAME = "care-debts";

  public CareDebtRow {
    owed = List.copyOf(owed);
    posted = List.copyOf(posted);
    entries = List.copyOf(entries);
  }

  /** What the rule decides on these facts. */
  public CareDebtRow judged() {
    return new CareDebtRow(
        debtor,
        number,
        month,
        owed,
        posted,
        lastRev,
        InvoiceRow.postings(Component.CLOSED_LATE, owed, posted, lastRev));
  }
}
