package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * A form in which the rejects go back to a sender, one row a reject: why, what to do, and the line
 * as it was sent. Those of declarations also have the line's own columns: corrected in place, the
 * file is sent back and its lines are taken in.
 */
public interface RejectForm {

  /**
   * Adds a reject of a registry file.
   *
   * @param fileName name of the sender's file
   * @param reject why
   * @param raw the line as it was sent, or empty
   */
  void append(String fileName, Reject reject, String raw) throws IOException;

  /** Adds a reject of a declaration file. */
  void append(RejectedLine line) throws IOException;

  /** Adds a reject of a file of invoices. */
  void append(RejectedClaim line) throws IOException;

  /** Nothing may follow. */
  void finish() throws IOException;

  /** What is refused, which decides the columns. */
  enum Kind {
    /** Rows of registry files. */
    REGISTRY,
    /** Declarations and their lines. */
    DECLARATIONS,
    /** Invoices and their lines. */
    INVOICES
  }

  /**
   * The CSV and, where there is to be one, the workbook of the same rows.
   *
   * @param csv receives the CSV; closed by the caller
   * @param book receives the sheet; null for none
   * @param head of the book
   * @param letterhead of the fund
   */
  static RejectForm of(
      Kind kind, OutputStream csv, WorkbookFile book, WorkbookHead head, Letterhead letterhead)
      throws IOException {
    RejectFile file = new RejectFile(kind, csv, letterhead);
    return book == null
        ? file
        : new Both(List.of(file, new RejectWorkbook(kind, book, head, letterhead)));
  }

  /**
   * Several forms of the same rows.
   *
   * @param forms each gets every row
   */
  record Both(List<RejectForm> forms) implements RejectForm {

    public Both {
      forms = List.copyOf(forms);
    }

    @Override
    public void append(String fileName, Reject reject, String raw) throws IOException {
      for (RejectForm form : forms) {
        form.append(fileName, reject, raw);
      }
    }

    @Override
    public void append(RejectedLine line) throws IOException {
      for (RejectForm form : forms) {
        form.append(line);
      }
    }

    @Override
    public void append(RejectedClaim line) throws IOException {
      for (RejectForm form : forms) {
        form.append(line);
      }
    }

    @Override
    public void finish() throws IOException {
      for (RejectForm form : forms) {
        form.finish();
      }
    }
  }
}
