package org.caisse.jobs.invoice;

import java.io.IOException;
import java.util.List;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.document.ReceivedInvoices;
import org.caisse.writers.workbook.CellKind;

/**
 * A lot or an invoice in an acknowledgement, as people read it. Amounts in minor units; empty texts
 * and null where nothing was said.
 *
 * @param invoiceNo empty for a lot
 * @param kind in words
 * @param saidLines number of lines that the sender gave
 * @param refused whether nothing of it is taken
 * @param result what became of it, in words
 */
record AcknowledgedRow(
    String providerNo,
    String lotNo,
    String invoiceNo,
    String version,
    String kind,
    String period,
    int lines,
    long chargedMinor,
    String saidLines,
    Long saidAmount,
    int taken,
    long takenMinor,
    int rejected,
    int late,
    boolean refused,
    String result) {

  static final List<Column> COLUMNS =
      List.of(
          new Column("invoice.ack.number", CellKind.TEXT, 18),
          new Column("invoice.ack.provider", CellKind.TEXT, 14),
          new Column("invoice.ack.lot", CellKind.TEXT, 14),
          new Column("invoice.ack.invoice", CellKind.TEXT, 16),
          new Column("invoice.ack.version", CellKind.TEXT, 9),
          new Column("invoice.ack.kind", CellKind.TEXT, 16),
          new Column("label.period", CellKind.TEXT, 12),
          new Column("invoice.ack.lines", CellKind.COUNT, 10),
          new Column("invoice.ack.charged", CellKind.AMOUNT, 18),
          new Column("invoice.ack.said", CellKind.TEXT, 14),
          new Column("invoice.ack.said_amount", CellKind.AMOUNT, 18),
          new Column("invoice.ack.taken", CellKind.COUNT, 10),
          new Column("invoice.ack.taken_amount", CellKind.AMOUNT, 18),
          new Column("invoice.ack.rejected", CellKind.COUNT, 10),
          new Column("invoice.ack.late", CellKind.COUNT, 10),
          new Column("invoice.ack.result", CellKind.LONG_TEXT, 60));

  boolean isInvoice() {
    return !invoiceNo.isEmpty();
  }

  /**
   * A refused lot; an invoice of which lines are refused. A lot is no less whole for its invoices.
   */
  boolean isNotWhole() {
    return refused || (isInvoice() && rejected > 0);
  }

  /** Lines that come back corrected by themselves. */
  int correctable() {
    return isInvoice() && !refused ? rejected : 0;
  }

  ReceivedInvoices.NotWhole notWhole() {
    return new ReceivedInvoices.NotWhole(
        lotNo,
        version.isEmpty() || version.equals("1") ? invoiceNo : invoiceNo + " / " + version,
        lines,
        chargedMinor,
        takenMinor,
        result);
  }

  /**
   * Writes the row.
   *
   * @param number of the acknowledgement
   */
  void write(PeopleList list, String number) throws IOException {
    list.text(number)
        .text(providerNo)
        .text(lotNo)
        .text(invoiceNo)
        .text(version)
        .text(kind)
        .text(period)
        .count(lines)
        .amount(chargedMinor)
        .text(saidLines)
        .amount(saidAmount)
        .count(taken)
        .amount(takenMinor)
        .count(rejected)
        .count(late)
        .text(result)
        .endRow();
  }
}
