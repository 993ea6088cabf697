package org.caisse.domain.invoice;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides whether a lot is taken: its head can be read, and what it says of itself is what was
 * found. A lot that is refused is refused whole; other lots of the file stand. What it says is
 * compared with all that was sent, whatever becomes of single invoices and lines.
 */
public final class JudgeLot {

  private JudgeLot() {}

  /** The first reason to refuse all of it, or null. */
  public static Reject judge(LotRow lot) {
    if (lot.headProblem() != null) {
      return lot.headProblem();
    }
    if (!lot.unclear().isEmpty()) {
      return new Reject(lot.lineNo(), RejectCode.INVOICE_UNCLEAR, lot.unclear(), lot.lotNo());
    }
    Reject count =
        ControlTotal.count(
            lot.lineNo(), RejectCode.LOT_COUNT, "lot_invoices", lot.invoices(), lot.saidInvoices());
    return count != null
        ? count
        : ControlTotal.amount(
            lot.lineNo(),
            RejectCode.LOT_TOTAL,
            "lot_total",
            lot.amountMinor(),
            lot.unreadable(),
            lot.saidTotal());
  }
}
