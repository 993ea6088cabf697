package org.caisse.writers.document;

import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.file.TextBytes;

/**
 * The acknowledgement of a received file (accusé de réception): what it was, what is accepted and
 * refused, and what its sender should do next. A printable page.
 */
public final class Acknowledgement {

  /** Refused declarations that it lists; the reject file has all of them. */
  public static final int MAX_REFUSED = 50;

  private final Letterhead letterhead;
  private final Messages messages;
  private final Amounts amounts;
  private final RejectText texts;
  private final Template page;

  /**
   * @param letterhead of the fund
   */
  public Acknowledgement(Letterhead letterhead) {
    this.letterhead = letterhead;
    this.messages = letterhead.messages();
    this.amounts = letterhead.amounts();
    this.texts = letterhead.rejectText();
    this.page = Template.load("acknowledgement.html", messages);
  }

  /**
   * The acknowledgement of a file.
   *
   * @param number its own
   * @return an HTML page in UTF-8
   */
  public byte[] of(DocumentNumber number, ReceivedFile file) {
    TextBytes out = new TextBytes();
    head(out, number, file);
    next(out, file);
    counts(out, file);
    rejects(out, file);
    refused(out, file);
    fill(out, "end");
    return out.toBytes();
  }

  private void head(TextBytes out, DocumentNumber number, ReceivedFile file) {
    fill(
        out,
        "head",
        letterhead.language().code(),
        file.name(),
        letterhead.fundName(),
        number.toString(),
        file.reference(),
        amounts.date(file.receivedOn()));
    if (letterhead.isMarked()) {
      fill(out, "mark", letterhead.warning());
    }
    fill(
        out,
        "file",
        file.name(),
        messages.get("ack.bytes", amounts.count(file.bytes())),
        file.sha256(),
        file.form().shown(messages));
    read(out, file.form());
  }

  /** What was recognised and repaired; what is asked, when nothing could be read. */
  private void read(TextBytes out, ReceivedFile.Form form) {
    if (form.question() != null) {
      fill(out, "question", texts.what(form.question()), texts.todo(form.question()));
    }
    if (!form.read().isEmpty()) {
      String heading = form.question() == null ? "ack.read" : "ack.read.question";
      fill(out, "read", messages.get(heading));
      for (String sentence : form.read()) {
        fill(out, "read_line", sentence);
      }
      fill(out, "read_end");
    }
  }

  private void counts(TextBytes out, ReceivedFile file) {
    ReceivedFile.Declarations declarations = file.declarations();
    ReceivedFile.Lines lines = file.lines();
    ReceivedFile.Money money = file.money();
    fill(
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
      fill(out, "unreadable", amounts.count(money.unreadable()));
    }
    fill(out, "counts_end");
  }

  private void next(TextBytes out, ReceivedFile file) {
    fill(out, "next");
    for (String step : NextSteps.of(file, messages)) {
      fill(out, "step", step);
    }
    fill(out, "next_end");
  }

  private void rejects(TextBytes out, ReceivedFile file) {
    if (file.rejects().isEmpty()) {
      return;
    }
    fill(out, "rejects");
    for (ReceivedFile.Rejects rejects : file.sortedRejects()) {
      Reject first = rejects.first();
      fill(
          out,
          "reject",
          Integer.toString(first.code().number()),
          amounts.count(rejects.count()),
          amounts.count(first.lineNo()),
          texts.what(first),
          texts.todo(first));
    }
    fill(out, "rejects_end");
  }

  private void refused(TextBytes out, ReceivedFile file) {
    if (file.refused().isEmpty()) {
      return;
    }
    fill(out, "refused_list");
    int listed = Math.min(MAX_REFUSED, file.refused().size());
    for (ReceivedFile.Refused refused : file.refused().subList(0, listed)) {
      fill(
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
    fill(out, "refused_end");
    int more = file.declarations().refused() - listed;
    if (more > 0) {
      fill(out, "more", messages.get("ack.more", amounts.count(more), file.rejectFile()));
    }
  }

  private void fill(TextBytes out, String block, String... values) {
    page.block(block).fill(out, values);
  }
}
