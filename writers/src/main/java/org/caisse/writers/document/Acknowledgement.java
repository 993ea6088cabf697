package org.caisse.writers.document;

import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.writers.file.TextBytes;

/**
 * The acknowledgement of a received file (accusé de réception): what it was, what is accepted and
 * refused, and what its sender should do next. A printable page.
 */
public final class Acknowledgement {

  /** Refused declarations that it lists; the reject file has all of them. */
  public static final int MAX_REFUSED = 50;

  private final Messages messages;
  private final Amounts amounts;
  private final RejectText texts;
  private final AcknowledgementParts parts;

  /**
   * @param letterhead of the fund
   */
  public Acknowledgement(Letterhead letterhead) {
    this.messages = letterhead.messages();
    this.amounts = letterhead.amounts();
    this.texts = letterhead.rejectText();
    this.parts = new AcknowledgementParts(letterhead);
  }

  /**
   * The acknowledgement of a file.
   *
   * @param number its own
   * @return an HTML page in UTF-8
   */
  public byte[] of(DocumentNumber number, ReceivedFile file) {
    TextBytes out = new TextBytes();
    parts.head(out, number, file.name(), file.reference(), file.receivedOn());
    parts.file(out, file.name(), file.bytes(), file.sha256(), file.form());
    parts.next(out, NextSteps.of(file, messages));
    counts(out, file);
    parts.rejects(out, file.rejects());
    refused(out, file);
    parts.fill(out, "end");
    return out.toBytes();
  }

  private void counts(TextBytes out, ReceivedFile file) {
    ReceivedFile.Declarations declarations = file.declarations();
    ReceivedFile.Lines lines = file.lines();
    ReceivedFile.Money money = file.money();
    parts.fill(
        out,
        "counts",
        amounts.count(declarations.filed()),
        amounts.count(declarations.refused()),
        amounts.count(declarations.repeated()),
        amounts.count(
            (long) declarations.filed() + declarations.refused() + declarations.repeated()),
        amounts.count(lines.accepted()),
        amounts.count(lines.rejected()),
        amounts.count(lines.other()),
        amounts.count(lines.total()),
        amounts.money(money.declaredMinor()),
        amounts.money(money.acceptedMinor()),
        amounts.money(money.contributions().totalMinor()));
    if (money.unreadable() != 0) {
      parts.fill(out, "unreadable", amounts.count(money.unreadable()));
    }
    parts.fill(out, "counts_end");
  }

  private void refused(TextBytes out, ReceivedFile file) {
    if (file.refused().isEmpty()) {
      return;
    }
    parts.fill(out, "refused_list");
    int listed = Math.min(MAX_REFUSED, file.refused().size());
    for (ReceivedFile.Refused refused : file.refused().subList(0, listed)) {
      parts.fill(
          out,
          "refused",
          amounts.count(refused.lineNo()),
          refused.employerNo(),
          refused.periodStart() == null ? "" : Months.code(refused.periodStart()),
          refused.kind() == null ? "" : messages.get("kind." + refused.kind()),
          refused.sequence() == 0 ? "" : Integer.toString(refused.sequence()),
          Integer.toString(refused.reject().code().number()),
          texts.what(refused.reject()));
    }
    parts.fill(out, "refused_end");
    int more = file.declarations().refused() - listed;
    if (more > 0) {
      parts.fill(out, "more", messages.get("ack.more", amounts.count(more), file.rejectFile()));
    }
  }
}
