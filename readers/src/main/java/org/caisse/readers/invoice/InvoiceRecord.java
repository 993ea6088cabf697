package org.caisse.readers.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.caisse.domain.reject.Reject;

/**
 * A record of a file of invoices: the head of a lot or of an invoice, or a line. Whatever of it
 * cannot be read is empty or null; {@code problem} says so.
 *
 * @param type what it is
 * @param provider number of the provider, empty where a head says it
 * @param lot number of the lot, or empty
 * @param invoice number of the invoice, empty where a head says it
 * @param version from 1
 * @param kind {@code third_party} or {@code reimbursement}; empty where a head says it
 * @param period first day of the month that is invoiced, or null
 * @param lotInvoices number of invoices that the lot says it has, or null
 * @param lotTotal amount that the lot says it charges, minor units, or null
 * @param invoiceLines number of lines that the invoice says it has, or null
 * @param invoiceTotal amount that the invoice says it charges, minor units, or null
 * @param care of a line; of a head null
 * @param problem the first reason to refuse the record, or null
 */
public record InvoiceRecord(
    Type type,
    String provider,
    String lot,
    String invoice,
    Integer version,
    String kind,
    LocalDate period,
    Integer lotInvoices,
    Long lotTotal,
    Integer invoiceLines,
    Long invoiceTotal,
    Care care,
    Reject problem) {

  /** What a record is. */
  public enum Type {
    /** Opens a lot. */
    LOT,
    /** Opens an invoice. */
    INVOICE,
    /** A line. */
    LINE,
    /** A line that was refused and comes back corrected. */
    CORRECTION
  }

  /**
   * What a line charges.
   *
   * @param person number of the patient, or of the insured person with {@code rank}
   * @param rank of the dependant on the card of the insured person; null or 0 for the person
   * @param careOn day of care, or null
   * @param coefficient of the letter, or null
   * @param quantity 1 where it is left blank; null where it cannot be read
   * @param unit price of one, minor units, or null
   * @param charged minor units, or null
   * @param rate in per cent that the provider thinks is covered, or null
   * @param fundShare share of the fund as the provider sees it, minor units, or null
   * @param patientShare share of the patient, minor units, or null
   * @param no number of the line in the invoice, by its own word, or null
   */
  public record Care(
      String person,
      Integer rank,
      LocalDate careOn,
      String act,
      String letter,
      BigDecimal coefficient,
      String medicine,
      BigDecimal quantity,
      Long unit,
      Long charged,
      BigDecimal rate,
      Long fundShare,
      Long patientShare,
      String prescriber,
      String prescription,
      LocalDate prescribedOn,
      String referrer,
      String agreement,
      String affection,
      String exemption,
      String place,
      Integer no) {

    /** Of a record that is no line, or of which nothing can be read. */
    public static final Care NOTHING =
        new Care(
            "", null, null, "", "", null, "", null, null, null, null, null, null, "", "", null, "",
            "", "", "", "", null);
  }
}
