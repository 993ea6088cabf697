package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.document.RejectedLine.Column;
import org.caisse.writers.document.RejectedLine.Scope;
import org.caisse.writers.file.CsvText;

/**
 * The rejects that go back to a sender: a CSV for people, one row a reject, with what to do and the
 * line as it was sent in the last column. Those of declarations also have the line's own columns:
 * corrected in place, the file is sent back and its lines are taken in.
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
  private final String mark;
  private final Messages messages;
  private final RejectText texts;
  private final CsvText csv;
  private int rows;

  private RejectFile(OutputStream out, Letterhead letterhead, boolean declarations) {
    this.messages = letterhead.messages();
    this.out = out;
    this.mark = letterhead.markText();
    this.texts = letterhead.rejectText();
    this.csv = letterhead.csv();
    COLUMNS.forEach(column -> csv.text(messages.get(column)));
    if (declarations) {
      csv.text(messages.get("reject.scope"));
      for (Column column : Column.values()) {
        csv.text(messages.get("reject." + column.name().toLowerCase(Locale.ROOT)));
      }
    }
    mark();
    csv.text(messages.get("reject.raw")).endRow();
  }

  /**
   * The rejects of registry files.
   *
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   */
  public static RejectFile ofRegistry(OutputStream out, Letterhead letterhead) {
    return new RejectFile(out, letterhead, false);
  }

  /**
   * The rejects of declarations.
   *
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   */
  public static RejectFile ofDeclarations(OutputStream out, Letterhead letterhead) {
    return new RejectFile(out, letterhead, true);
  }

  /**
   * Adds a reject of a registry file.
   *
   * @param fileName name of the sender's file
   * @param reject why
   * @param raw the line as it was sent, or empty
   */
  public void append(String fileName, Reject reject, String raw) throws IOException {
    reasons(fileName, reject, texts.todo(reject));
    end(raw);
  }

  /** Adds a reject of a declaration file. */
  public void append(RejectedLine line) throws IOException {
    reasons(line.fileName(), line.reject(), todo(line));
    csv.text(messages.get("reject.scope." + line.scope()));
    for (Column column : Column.values()) {
      cell(column, line.columns().of(column));
    }
    end(line.raw());
  }

  /** Number of rejects so far. */
  public int rows() {
    return rows;
  }

  /** Ends the file; the stream stays open. */
  public void finish() throws IOException {
    csv.drainTo(out);
  }

  private void reasons(String fileName, Reject reject, String todo) {
    csv.text(fileName)
        .number(reject.lineNo())
        .code(RejectCodes.shown(reject.code()))
        .text(reject.field())
        .text(reject.value())
        .text(reject.expected())
        .text(texts.what(reject))
        .text(todo);
  }

  /** A line cannot be corrected by itself when nothing of its declaration was filed. */
  private String todo(RejectedLine line) {
    return line.scope() == Scope.DECLARATION && !line.whole()
        ? messages.get("reject.whole.todo")
        : texts.todo(line.reject());
  }

  private void cell(Column column, String text) {
    if (column == Column.GROSS && isNumber(text)) {
      csv.code(text);
    } else {
      csv.text(text);
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9]{1,18}");
  }

  private void end(String raw) throws IOException {
    mark();
    csv.text(raw).endRow();
    rows++;
    if (csv.length() > DRAIN_BYTES) {
      csv.drainTo(out);
    }
  }

  private void mark() {
    if (!mark.isEmpty()) {
      csv.text(mark);
    }
  }
}
