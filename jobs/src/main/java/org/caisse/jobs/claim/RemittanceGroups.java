package org.caisse.jobs.claim;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.writers.document.Remittance;

/** Makes remittances of lines that come in their order, and hands each on when it is whole. */
final class RemittanceGroups {

  private final LocalDate day;
  private final Whole whole;
  private Head head;
  private OfInvoice invoice;
  private List<Remittance.Invoice> invoices = new ArrayList<>();
  private List<Remittance.Line> lines = new ArrayList<>();

  /** Takes a remittance that is whole. */
  @FunctionalInterface
  interface Whole {
    void take(Remittance remittance) throws IOException;
  }

  /** Whose remittance a line is in. */
  record Head(DocumentNumber number, String providerNo, String providerName) {}

  /** The invoice of a line, as of {@link Remittance.Invoice}. */
  record OfInvoice(
      String invoiceNo,
      int version,
      boolean takenBack,
      long chargedMinor,
      long refusedAtIntakeMinor,
      long correctedMinor,
      long toldBeforeMinor) {}

  RemittanceGroups(LocalDate day, Whole whole) {
    this.day = day;
    this.whole = whole;
  }

  void add(Head ofLine, OfInvoice inInvoice, Remittance.Line line) throws IOException {
    boolean otherHead = head != null && !head.equals(ofLine);
    if (invoice != null && (otherHead || !invoice.equals(inInvoice))) {
      endInvoice();
    }
    if (otherHead) {
      endRemittance();
    }
    head = ofLine;
    invoice = inInvoice;
    lines.add(line);
  }

  /** Hands the last one on. */
  void finish() throws IOException {
    if (head != null) {
      endInvoice();
      endRemittance();
    }
  }

  private void endInvoice() {
    invoices.add(
        new Remittance.Invoice(
            invoice.invoiceNo(),
            invoice.version(),
            invoice.takenBack(),
            invoice.chargedMinor(),
            invoice.refusedAtIntakeMinor(),
            invoice.correctedMinor(),
            invoice.toldBeforeMinor(),
            lines));
    lines = new ArrayList<>();
  }

  private void endRemittance() throws IOException {
    whole.take(
        new Remittance(head.number(), head.providerNo(), head.providerName(), day, invoices));
    invoices = new ArrayList<>();
  }
}
