package org.caisse.jobs.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * A CSV and, unless the settings leave workbooks out, the workbook of the same rows beside it: the
 * rows are asked for once.
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
   * Writes them.
   *
   * @param name without ending
   */
  public List<WrittenFile> write(String name, WorkbookHead head, Content content)
      throws IOException {
    Path csv = run.outbox().resolve(name + ".csv");
    List<WrittenFile> files = new ArrayList<>();
    files.add(
        AtomicFile.write(
            csv,
            run.failPoint(),
            out -> {
              if (run.law().settings().workbooks()) {
                files.add(book(name, head, book -> content.writeTo(out, book)));
              } else {
                content.writeTo(out, null);
              }
            }));
    return files;
  }

  private WrittenFile book(String name, WorkbookHead head, WorkbookFile.Content content)
      throws IOException {
    return WorkbookFile.write(run.outbox().resolve(name + ".xlsx"), run.failPoint(), head, content);
  }
}
