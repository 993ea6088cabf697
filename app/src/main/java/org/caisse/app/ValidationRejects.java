package org.caisse.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.run.FailPoint;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.RejectForm;
import org.caisse.writers.document.RejectedClaim;
import org.caisse.writers.document.RejectedLine;
import org.caisse.writers.document.WorkbookTitles;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * The reject files of a file that was checked: what is to be corrected, as CSV and workbook. They
 * replace those of an earlier check, and are gone when nothing is to be corrected any more.
 */
final class ValidationRejects {

  private static final int SHOWN = 10;

  private final RejectForm.Kind kind;
  private final Path folder;
  private final String name;
  private final Letterhead letterhead;
  private final WorkbookHead head;
  private final boolean workbooks;
  private final List<Reject> first = new ArrayList<>();
  private int rows;

  /** Checks the file and puts what is refused into a form. */
  @FunctionalInterface
  interface Checking {
    ValidatedFile check(RejectForm form) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param rows how many rejects there are
   * @param first the first of them
   * @param written the files, none when nothing is to be corrected
   */
  record Checked(ValidatedFile found, int rows, List<Reject> first, List<Path> written) {}

  /**
   * @param kind what the file is about
   * @param folder where they go
   * @param name of the file that is checked, fit for a file name
   * @param on day of sending: that of the making of the workbook, too
   * @param workbooks whether there is to be a workbook
   */
  ValidationRejects(
      RejectForm.Kind kind,
      Path folder,
      String name,
      Letterhead letterhead,
      LocalDate on,
      boolean workbooks) {
    this.kind = kind;
    this.folder = folder;
    this.name = name;
    this.letterhead = letterhead;
    this.head = new WorkbookTitles(letterhead, on).rejects(kind, name);
    this.workbooks = workbooks;
  }

  /**
   * Checks the file and writes what is to be corrected.
   *
   * @param work folder for files under way
   */
  Checked write(Path work, Checking checking) throws IOException {
    Path csv = work.resolve("rejects.csv");
    Path book = work.resolve("rejects.xlsx");
    List<ValidatedFile> found = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(csv)) {
      if (workbooks) {
        WorkbookFile.write(
            book, FailPoint.NONE, head, sheets -> found.add(check(checking, out, sheets)));
      } else {
        found.add(check(checking, out, null));
      }
    }
    List<Path> written = new ArrayList<>();
    place(csv, folder.resolve(name + "-rejects.csv"), written);
    place(book, folder.resolve(name + "-rejects.xlsx"), written);
    return new Checked(found.getFirst(), rows, List.copyOf(first), List.copyOf(written));
  }

  private ValidatedFile check(Checking checking, OutputStream csv, WorkbookFile book)
      throws IOException {
    RejectForm form = RejectForm.of(kind, csv, book, head, letterhead);
    ValidatedFile found = checking.check(new Counted(form));
    form.finish();
    return found;
  }

  /** Counts what goes into a form, and remembers the first of it. */
  private final class Counted implements RejectForm {

    private final RejectForm form;

    Counted(RejectForm form) {
      this.form = form;
    }

    @Override
    public void append(String fileName, Reject reject, String raw) throws IOException {
      form.append(fileName, reject, raw);
      count(reject);
    }

    @Override
    public void append(RejectedLine line) throws IOException {
      form.append(line);
      count(line.reject());
    }

    @Override
    public void append(RejectedClaim line) throws IOException {
      form.append(line);
      count(line.reject());
    }

    @Override
    public void finish() throws IOException {
      form.finish();
    }

    private void count(Reject reject) {
      rows++;
      if (first.size() < SHOWN) {
        first.add(reject);
      }
    }
  }

  private void place(Path made, Path target, List<Path> written) throws IOException {
    if (rows == 0 || !Files.exists(made)) {
      Files.deleteIfExists(target);
    } else {
      Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
      written.add(target);
    }
  }
}
