package org.caisse.app.generate;

import java.io.IOException;
import org.caisse.domain.reject.RejectCode;

/** Writes one file of invoices, and the truth about each of its lines. */
final class InvoiceText implements AutoCloseable {

  private final InvoiceForm form;
  private final ClaimTruth truth;
  private final CareTruth care;
  private final Of of;
  private int lines;
  private int rejected;
  private int repeated;
  private long charged;
  private long accepted;

  /**
   * Which file it is.
   *
   * @param name with the day of receipt before it
   * @param provider index
   * @param receipt which of the days of receipt
   */
  record Of(String name, int provider, int receipt) {}

  /** What is told of a line that is refused. */
  interface Refused {
    void line(GeneratedInvoice invoice, int index, int lineNo);
  }

  InvoiceText(InvoiceForm form, ClaimTruth truth, CareTruth care, Of of) {
    this.form = form;
    this.truth = truth;
    this.care = care;
    this.of = of;
  }

  void lot(InvoiceForm.Lot lot) throws IOException {
    form.lot(lot);
  }

  /**
   * @param whole why all of it is refused, or null
   * @param again whether it is filed already
   * @param refused told of lines that are refused by themselves
   */
  void invoice(GeneratedInvoice invoice, RejectCode whole, boolean again, Refused refused)
      throws IOException {
    form.invoice(invoice);
    if (whole == null && !again && invoice.version() > 1) {
      care.replaced(of.provider(), invoice.number(), of.receipt());
    }
    for (int i = 0; i < invoice.lines().size(); i++) {
      ClaimLine line = invoice.lines().get(i);
      int lineNo = form.line(line.sent());
      lines++;
      charged += line.charged();
      RejectCode code = whole != null ? whole : line.wrong() == null ? null : line.wrong().code();
      if (again) {
        repeated++;
      } else if (code != null) {
        rejected++;
        truth.rejected(of.name(), lineNo, code);
        if (whole == null) {
          refused.line(invoice, i, lineNo);
        }
      } else {
        taken(invoice, line, i, lineNo);
      }
    }
  }

  private void taken(GeneratedInvoice invoice, ClaimLine line, int order, int lineNo)
      throws IOException {
    accepted += line.charged();
    if (!line.mess().isEmpty()) {
      truth.mess(of.name(), lineNo, line.mess());
    }
    care.taken(
        new CareEntry.Place(
            of.name(),
            lineNo,
            of.provider(),
            invoice.number(),
            invoice.version(),
            order,
            of.receipt()),
        line);
  }

  void end() throws IOException {
    truth.file(
        of.name(), lines, lines - rejected - repeated, rejected, repeated, charged, accepted);
  }

  /** Name of the file as it is known to the fund, without the day. */
  String name() {
    return of.name().substring(of.name().indexOf('/') + 1);
  }

  int lines() {
    return lines;
  }

  int rejected() {
    return rejected;
  }

  @Override
  public void close() throws IOException {
    form.close();
  }
}
