package org.caisse.domain.invoice;

import org.caisse.domain.reject.Reject;

/**
 * A lot of invoices in the archive of an intake: what was read of it, then what was decided.
 *
 * @param lotId file and first line
 * @param lineNo its first line
 * @param providerNo by whom
 * @param lotNo its number, or empty for invoices without one
 * @param headProblem why its head cannot be read, or null
 * @param unclear column of which its rows say different things, or empty
 * @param invoices that were found
 * @param amountMinor sum of what their lines charge, as far as it can be read, minor units
 * @param unreadable lines of which it cannot
 * @param saidInvoices number of invoices by its own word, or null
 * @param saidTotal amount by its own word, minor units, or null
 * @param reject why all of it is refused, or null
 */
public record LotRow(
    long lotId,
    int lineNo,
    String providerNo,
    String lotNo,
    Reject headProblem,
    String unclear,
    int invoices,
    long amountMinor,
    int unreadable,
    Integer saidInvoices,
    Long saidTotal,
    Reject reject) {

  /** With what the rule decides on these facts. */
  public LotRow judged() {
    return new LotRow(
        lotId,
        lineNo,
        providerNo,
        lotNo,
        headProblem,
        unclear,
        invoices,
        amountMinor,
        unreadable,
        saidInvoices,
        saidTotal,
        JudgeLot.judge(this));
  }
}
