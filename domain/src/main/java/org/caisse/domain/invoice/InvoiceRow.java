package org.caisse.domain.invoice;

import org.caisse.domain.archive.SinceSchema;
import org.caisse.domain.reject.Reject;

/**
 * An invoice in the archive of an intake: what was read of it and is known of its number, then what
 * was decided.
 *
 * @param invoiceId file and first line
 * @param lineNo its first line
 * @param providerNo by whom
 * @param invoiceNo its number
 * @param version of the number, from 1
 * @param corrects whether it is corrected lines of one that is filed
 * @param lotReject why its whole lot is refused, or null
 * @param headProblem why its head cannot be read, or null
 * @param unclear column of which its rows say different things, or empty
 * @param providerKnown whether the registry has the provider
 * @param lines that were found
 * @param chargedMinor sum of what they charge, as far as it can be read, minor units
 * @param unreadable lines of which it cannot
 * @param saidLines number of lines by its own word, or null
 * @param saidTotal amount by its own word, minor units, or null
 * @param rank among the invoices of the run with its number and version, from 1
 * @param contentSha256 of what it says
 * @param filedSha256 of one with its number and version that is filed already, or empty; of
 *     corrected lines, of those that came before with the same content
 * @param filedAt where the other one of its number and version stands, {@code line|file}, or empty
 * @param standingVersion version of its number that counts now, 0 for none
 * @param status what becomes of it
 * @param reject why it is refused, or null
 */
public record InvoiceRow(
    long invoiceId,
    int lineNo,
    String providerNo,
    String invoiceNo,
    int version,
    boolean corrects,
    Reject lotReject,
    Reject headProblem,
    String unclear,
    boolean providerKnown,
    int lines,
    long chargedMinor,
    int unreadable,
    Integer saidLines,
    Long saidTotal,
    int rank,
    String contentSha256,
    String filedSha256,
    @SinceSchema(2) String filedAt,
    int standingVersion,
    Status status,
    Reject reject) {

  /** Archives of before do not say where the other one stands. */
  public InvoiceRow {
    filedAt = filedAt == null ? "" : filedAt;
  }

  /** What becomes of an invoice. */
  public enum Status {
    /** Its accepted lines count while no higher version does. */
    FILED,
    /** Nothing of it counts. */
    REFUSED,
    /** One that is filed says the same already. */
    REPEATED
  }

  /** With what the rule decides on these facts. */
  public InvoiceRow judged() {
    Reject refusal = JudgeInvoice.judge(this);
    Status decided =
        refusal != null
            ? Status.REFUSED
            : filedSha256.equals(contentSha256) ? Status.REPEATED : Status.FILED;
    return new InvoiceRow(
        invoiceId,
        lineNo,
        providerNo,
        invoiceNo,
        version,
        corrects,
        lotReject,
        headProblem,
        unclear,
        providerKnown,
        lines,
        chargedMinor,
        unreadable,
        saidLines,
        saidTotal,
        rank,
        contentSha256,
        filedSha256,
        filedAt,
        standingVersion,
        decided,
        refusal);
  }
}
