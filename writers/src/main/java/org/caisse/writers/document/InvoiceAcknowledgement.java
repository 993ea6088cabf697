package org.caisse.writers.document;

import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.writers.file.TextBytes;

/**
 * The acknowledgement of a file of invoices: what is taken and refused, in lines and amounts, and
 * what its sender should do next. A page to print; the list beside it has every lot and invoice.
 */
public final class InvoiceAcknowledgement {

  /** Lots and invoices that it lists. */
  public static final int MOST = 50;

  private final Messages messages;
  private final Amounts amounts;
  private final AcknowledgementParts parts;

  /**
   * @param letterhead of the fund
   */
  public InvoiceAcknowledgement(Letterhead letterhead) {
    this.messages = letterhead.messages();
    this.amounts = letterhead.amounts();
    this.parts = new AcknowledgementParts(letterhead);
  }

  /**
   * The acknowledgement of a file.
   *
   * @param number its own
   * @return an HTML page in UTF-8
   */
  public byte[] of(DocumentNumber number, ReceivedInvoices file) {
    TextBytes out = new TextBytes();
    parts.head(out, number, file.name(), file.reference(), file.receivedOn());
    parts.file(out, file.name(), file.bytes(), file.sha256(), file.form());
    parts.next(out, next(file));
    counts(out, file);
    parts.rejects(out, file.rejects());
    notWhole(out, file);
    parts.fill(out, "end");
    return out.toBytes();
  }

  private List<String> next(ReceivedInvoices file) {
    List<String> steps = new ArrayList<>();
    if (file.form().question() != null) {
      steps.add(messages.get("ack.invoices.next.unread"));
      return steps;
    }
    if (!file.rejects().isEmpty()) {
      steps.add(messages.get("ack.next.rejects", file.rejectFile()));
    }
    if (file.correctable() > 0) {
      steps.add(messages.get("ack.invoices.next.lines", amounts.count(file.correctable())));
    }
    if (file.invoices().refused() > 0) {
      steps.add(
          messages.get("ack.invoices.next.refused", amounts.count(file.invoices().refused())));
    }
    if (file.invoices().repeated() > 0) {
      steps.add(
          messages.get("ack.invoices.next.repeated", amounts.count(file.invoices().repeated())));
    }
    if (file.lines().total() == 0) {
      steps.add(messages.get("ack.invoices.next.empty"));
    } else if (steps.isEmpty()) {
      steps.add(messages.get("ack.next.nothing"));
    }
    steps.add(messages.get("ack.invoices.next.decided"));
    return steps;
  }

  private void counts(TextBytes out, ReceivedInvoices file) {
    ReceivedInvoices.Counts invoices = file.invoices();
    ReceivedInvoices.Counts lines = file.lines();
    parts.fill(
        out,
        "invoice_counts",
        amounts.count(invoices.taken()),
        amounts.count(invoices.refused()),
        amounts.count(invoices.repeated()),
        amounts.count(invoices.total()),
        amounts.count(lines.taken()),
        amounts.count(lines.refused()),
        amounts.count(lines.repeated()),
        amounts.count(lines.total()),
        amounts.money(file.money().chargedMinor()),
        amounts.money(file.money().takenMinor()));
    if (file.money().late() > 0) {
      parts.fill(out, "late", amounts.count(file.money().late()));
    }
    if (file.money().unreadable() > 0) {
      parts.fill(out, "unreadable", amounts.count(file.money().unreadable()));
    }
    parts.fill(out, "counts_end");
  }

  private void notWhole(TextBytes out, ReceivedInvoices file) {
    if (!file.notWhole().isEmpty()) {
      parts.fill(out, "invoices");
      for (ReceivedInvoices.NotWhole one : file.notWhole()) {
        parts.fill(
            out,
            "invoice",
            one.lot(),
            one.invoice(),
            amounts.count(one.lines()),
            amounts.number(one.chargedMinor()),
            amounts.number(one.takenMinor()),
            one.result());
      }
      parts.fill(out, "invoices_end");
    }
    parts.fill(
        out,
        "more",
        file.more() > 0
            ? messages.get("ack.invoices.more", amounts.count(file.more()), file.listFile())
            : messages.get("ack.invoices.list", file.listFile()));
  }
}
