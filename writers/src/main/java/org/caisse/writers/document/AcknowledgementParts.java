package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.file.TextBytes;

/** What the acknowledgements of all kinds of files have in common. */
final class AcknowledgementParts {

  private final Letterhead letterhead;
  private final Messages messages;
  private final Amounts amounts;
  private final RejectText texts;
  private final Template page;

  AcknowledgementParts(Letterhead letterhead) {
    this.letterhead = letterhead;
    this.messages = letterhead.messages();
    this.amounts = letterhead.amounts();
    this.texts = letterhead.rejectText();
    this.page = Template.load("acknowledgement.html", messages);
  }

  /** Whose it is, its number, and a mark where it is an example. */
  void head(
      TextBytes out, DocumentNumber number, String name, String reference, LocalDate receivedOn) {
    fill(
        out,
        "head",
        letterhead.language().code(),
        name,
        letterhead.fundName(),
        number.toString(),
        reference,
        amounts.date(receivedOn));
    if (letterhead.isMarked()) {
      fill(out, "mark", letterhead.warning());
    }
  }

  /** The file: what was recognised and repaired; what is asked, when nothing could be read. */
  void file(TextBytes out, String name, long bytes, String sha256, ReceivedFile.Form form) {
    fill(
        out,
        "file",
        name,
        messages.get("ack.bytes", amounts.count(bytes)),
        sha256,
        form.shown(messages));
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

  /** What the sender does next. */
  void next(TextBytes out, List<String> steps) {
    fill(out, "next");
    for (String step : steps) {
      fill(out, "step", step);
    }
    fill(out, "next_end");
  }

  /** The rejects by code, the most frequent first. */
  void rejects(TextBytes out, List<ReceivedFile.Rejects> rejects) {
    if (rejects.isEmpty()) {
      return;
    }
    fill(out, "rejects");
    for (ReceivedFile.Rejects of : ReceivedFile.sorted(rejects)) {
      Reject first = of.first();
      fill(
          out,
          "reject",
          Integer.toString(first.code().number()),
          amounts.count(of.count()),
          amounts.count(first.lineNo()),
          texts.what(first),
          texts.todo(first));
    }
    fill(out, "rejects_end");
  }

  void fill(TextBytes out, String block, String... values) {
    page.block(block).fill(out, values);
  }
}
