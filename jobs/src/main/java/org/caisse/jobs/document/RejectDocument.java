package org.caisse.jobs.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.RejectForm;
import org.caisse.writers.document.WorkbookTitles;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.WorkbookHead;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reject file of a run, as CSV and workbook: everything refused, with what to do. */
public final class RejectDocument {

  /** Name of its files, without their ending. */
  private static final String NAME = "rejects";

  private RejectDocument() {}

  /** Adds a row of the query to the files. */
  @FunctionalInterface
  public interface Appending {
    void row(RejectForm form, ResultSet row) throws SQLException, IOException;
  }

  /** The file that people are told to open: the workbook, where there is one. */
  public static String shown(RunContext run) {
    return NAME + (run.law().settings().workbookOf(rejects(run)) ? ".xlsx" : ".csv");
  }

  /** The file that people are told to open, in a folder where a run wrote one. */
  public static Path shown(Path outbox) {
    Path workbook = outbox.resolve(NAME + ".xlsx");
    return Files.exists(workbook) ? workbook : outbox.resolve(NAME + ".csv");
  }

  /** Writes that of registry files, if anything was refused. */
  public static List<WrittenFile> write(RunContext run) throws IOException {
    return write(
        run,
        run.sql().sql(Sql.of(RejectDocument.class, "rejects")).param("run", run.run().id()),
        RejectForm.Kind.REGISTRY,
        (form, row) -> form.append(row.getString("name"), reject(row), row.getString("raw")));
  }

  /**
   * Writes what a query gives, as CSV and workbook, if anything was refused.
   *
   * @return the files, none when nothing was
   */
  public static List<WrittenFile> write(
      RunContext run, JdbcClient.StatementSpec query, RejectForm.Kind kind, Appending appending)
      throws IOException {
    long rejects = rejects(run);
    if (rejects == 0) {
      return List.of();
    }
    Letterhead letterhead = run.letterhead();
    WorkbookHead head =
        new WorkbookTitles(letterhead, run.run().businessDate())
            .rejects(kind, run.run().key().label());
    return new CsvAndWorkbook(run)
        .write(
            NAME,
            rejects,
            head,
            (csv, book) -> {
              RejectForm form = RejectForm.of(kind, csv, book, head, letterhead);
              query
                  .withFetchSize(2_000)
                  .query(
                      row -> {
                        try {
                          appending.row(form, row);
                        } catch (IOException e) {
                          throw new UncheckedIOException(e);
                        }
                      });
              form.finish();
            });
  }

  private static long rejects(RunContext run) {
    return run.sql()
        .sql(
            "SELECT (SELECT count(*) FROM refusal WHERE run_id = :run)"
                + " + (SELECT count(*) FROM file_result WHERE run_id = :run AND refused <> 0)")
        .param("run", run.run().id())
        .query(Long.class)
        .single();
  }

  /** The refusal of a row. */
  public static Reject reject(ResultSet row) throws SQLException {
    return new Reject(
        row.getInt("line_no"),
        RejectCode.ofNumber(row.getInt("code")),
        row.getString("field"),
        row.getString("value"),
        row.getString("expected"));
  }
}
