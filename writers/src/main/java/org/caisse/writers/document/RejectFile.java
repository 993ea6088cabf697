package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.document.RejectedLine.Column;
import org.caisse.writers.file.CsvText;

/** The rejects as a CSV for people. */
public final class RejectFile implements RejectForm {

  private static final int DRAIN_BYTES = 64 * 1024;

  private final OutputStream out;
  private final RejectWords words;
  private final CsvText csv;

  /**
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   */
  public RejectFile(Kind kind, OutputStream out, Letterhead letterhead) {
    this.out = out;
    this.words = new RejectWords(letterhead);
    this.csv = letterhead.csv();
    RejectWords.REASONS.forEach(key -> csv.text(words.title(key)));
    switch (kind) {
      case REGISTRY -> {}
      case DECLARATIONS -> {
        csv.text(words.title(RejectWords.SCOPE));
        for (Column column : Column.values()) {
          csv.text(words.title(column));
        }
      }
      case INVOICES -> {
        csv.text(words.title(RejectWords.SCOPE));
        for (RejectedClaim.Column column : RejectedClaim.Column.values()) {
          csv.text(words.title(column));
        }
      }
    }
    mark();
    csv.text(words.title(RejectWords.RAW)).endRow();
  }

  @Override
  public void append(String fileName, Reject reject, String raw) throws IOException {
    reasons(fileName, reject, words.todoInRegistry(reject));
    end(raw);
  }

  @Override
  public void append(RejectedLine line) throws IOException {
    reasons(line.fileName(), line.reject(), words.todo(line));
    csv.text(words.scope(line));
    for (Column column : Column.values()) {
      cell(column == Column.GROSS, line.columns().of(column));
    }
    end(line.raw());
  }

  @Override
  public void append(RejectedClaim line) throws IOException {
    reasons(line.fileName(), line.reject(), words.todo(line));
    csv.text(words.scope(line));
    for (RejectedClaim.Column column : RejectedClaim.Column.values()) {
      cell(column.isAmount(), line.of(column));
    }
    end(line.raw());
  }

  /** Ends the file; the stream stays open. */
  @Override
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
        .text(words.what(reject))
        .text(todo);
  }

  private void cell(boolean amount, String text) {
    if (amount && isNumber(text)) {
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
    if (csv.length() > DRAIN_BYTES) {
      csv.drainTo(out);
    }
  }

  private void mark() {
    if (!words.mark().isEmpty()) {
      csv.text(words.mark());
    }
  }
}
