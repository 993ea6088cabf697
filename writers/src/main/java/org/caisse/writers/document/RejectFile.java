package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.file.CsvText;

/**
 * The rejects that go back to a sender: a CSV for people, one row a reject, with what to do and the
 * line as it was sent in the last column.
 */
public final class RejectFile {

  private static final int DRAIN_BYTES = 64 * 1024;

  private static final List<String> COLUMNS =
      List.of(
          "reject.file",
          "reject.line",
          "reject.code",
          "reject.field",
          "reject.value",
          "reject.expected",
          "reject.what",
          "reject.todo");

  private final OutputStream out;
  private final boolean example;
  private final String exampleMark;
  private final RejectText texts;
  private final CsvText csv;
  private int rows;

  /**
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   */
  public RejectFile(OutputStream out, Letterhead letterhead) {
    Messages messages = letterhead.messages();
    this.out = out;
    this.example = letterhead.example();
    this.exampleMark = messages.get("example");
    this.texts = letterhead.rejectText();
    this.csv = letterhead.csv();
    COLUMNS.forEach(column -> csv.text(messages.get(column)));
    mark();
    csv.text(messages.get("reject.raw")).endRow();
  }

  /**
   * Adds a reject.
   *
   * @param fileName name of the sender's file
   * @param reject why
   * @param raw the line as it was sent, or empty
   */
  public void append(String fileName, Reject reject, String raw) throws IOException {
    csv.text(fileName)
        .number(reject.lineNo())
        .code(RejectCodes.shown(reject.code()))
        .text(reject.field())
        .text(reject.value())
        .text(reject.expected())
        .text(texts.what(reject))
        .text(texts.todo(reject));
    mark();
    csv.text(raw).endRow();
    rows++;
    if (csv.length() > DRAIN_BYTES) {
      csv.drainTo(out);
    }
  }

  /** Number of rejects so far. */
  public int rows() {
    return rows;
  }

  /** Ends the file; the stream stays open. */
  public void finish() throws IOException {
    csv.drainTo(out);
  }

  private void mark() {
    if (example) {
      csv.text(exampleMark);
    }
  }
}
