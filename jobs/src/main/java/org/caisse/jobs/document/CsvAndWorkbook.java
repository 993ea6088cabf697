package org.caisse.jobs.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caisse.domain.pack.FundSettings;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * A CSV and, unless the settings leave workbooks out or the list is longer than they allow one, the
 * workbook of the same rows beside it: the rows are asked for once.
 */
public final class CsvAndWorkbook {

  private final RunContext run;

  public CsvAndWorkbook(RunContext run) {
    this.run = run;
  }

  /** What is to be in both. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes it.
     *
     * @param book null when there is to be none
     */
    void writeTo(OutputStream csv, WorkbookFile book) throws IOException;
  }

  /**
   * Writes a list that never has so many rows that nobody opens it.
   *
   * @param name without ending
   */
  public List<WrittenFile> write(String name, WorkbookHead head, Content content)
      throws IOException {
    return write(name, 0, head, content);
  }

  /**
   * Writes them.
   *
   * @param name without ending
   * @param rows that the list has, sums not counted: from what is committed, so that a restart says
   *     the same
   */
  public List<WrittenFile> write(String name, long rows, WorkbookHead head, Content content)
      throws IOException {
    FundSettings settings = run.law().settings();
    boolean workbook = settings.workbookOf(rows);
    boolean alone = settings.workbooks() && !workbook;
    if (alone) {
      run.progress().remark(noWorkbook(name, rows, settings.workbookRows()));
    }
    Path csv = run.outbox().resolve(name + ".csv");
    List<WrittenFile> files = new ArrayList<>();
    WrittenFile list =
        AtomicFile.write(
            csv,
            run.failPoint(),
            out -> {
              if (workbook) {
                files.add(book(name, head, book -> content.writeTo(out, book)));
              } else {
                content.writeTo(out, null);
              }
            });
    files.add(alone ? list.without(new WrittenFile.Alone(rows, settings.workbookRows())) : list);
    return files;
  }

  /**
   * Why there is no workbook, as the terminal says it.
   *
   * @param name of the list without ending
   * @param rows that it has
   * @param most that a list may have which gets one
   */
  public static String noWorkbook(String name, long rows, long most) {
    return String.format(
        Locale.ROOT,
        "no %s.xlsx: it would have %,d rows, and xlsx_rows in the settings is %,d; %s.csv has them",
        name,
        rows,
        most,
        name);
  }

  private WrittenFile book(String name, WorkbookHead head, WorkbookFile.Content content)
      throws IOException {
    return WorkbookFile.write(run.outbox().resolve(name + ".xlsx"), run.failPoint(), head, content);
  }
}
