package org.caisse.domain.invoice;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides whether an invoice is filed: it can be read and is of a provider whom the registry has,
 * its number is not used for something else, and what it says of itself is what was found. One that
 * is refused is refused whole; others of the lot stand. A line that is refused later takes nothing
 * from the rest: totals are compared with all lines as they were sent.
 */
public final class JudgeInvoice {

  private JudgeInvoice() {}

  /** The first reason to refuse all of it, or null. */
  public static Reject judge(InvoiceRow invoice) {
    if (invoice.lotReject() != null) {
      return invoice.lotReject();
    }
    if (invoice.headProblem() != null) {
      return invoice.headProblem();
    }
    if (!invoice.unclear().isEmpty()) {
      return reject(invoice, RejectCode.INVOICE_UNCLEAR, invoice.unclear(), invoice.invoiceNo());
    }
    if (!invoice.providerKnown()) {
      return reject(invoice, RejectCode.PROVIDER_UNKNOWN, "provider", invoice.providerNo());
    }
    return invoice.corrects() ? correction(invoice) : whole(invoice);
  }

  private static Reject whole(InvoiceRow invoice) {
    boolean filed = !invoice.filedSha256().isEmpty();
    if (filed ? !invoice.filedSha256().equals(invoice.contentSha256()) : invoice.rank() > 1) {
      return new Reject(
          invoice.lineNo(),
          RejectCode.INVOICE_REUSED,
          "invoice",
          invoice.invoiceNo(),
          invoice.filedAt());
    }
    if (invoice.lines() == 0) {
      return reject(invoice, RejectCode.INVOICE_EMPTY, "invoice", invoice.invoiceNo());
    }
    Reject count =
        ControlTotal.count(
            invoice.lineNo(),
            RejectCode.INVOICE_COUNT,
            "invoice_lines",
            invoice.lines(),
            invoice.saidLines());
    return count != null
        ? count
        : ControlTotal.amount(
            invoice.lineNo(),
            RejectCode.INVOICE_TOTAL,
            "invoice_total",
            invoice.chargedMinor(),
            invoice.unreadable(),
            invoice.saidTotal());
  }

  /** Corrected lines go to the invoice whose lines they were, as long as that one counts. */
  private static Reject correction(InvoiceRow invoice) {
    if (invoice.standingVersion() < invoice.version()) {
      return reject(invoice, RejectCode.INVOICE_UNKNOWN, "invoice", invoice.invoiceNo());
    }
    return invoice.standingVersion() > invoice.version()
        ? new Reject(
            invoice.lineNo(),
            RejectCode.INVOICE_SUPERSEDED,
            "invoice",
            invoice.invoiceNo(),
            Integer.toString(invoice.standingVersion()))
        : null;
  }

  private static Reject reject(InvoiceRow invoice, RejectCode code, String field, String value) {
    return new Reject(invoice.lineNo(), code, field, value);
  }
}
