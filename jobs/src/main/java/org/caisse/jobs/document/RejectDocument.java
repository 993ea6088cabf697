package org.caisse.jobs.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.RejectFile;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.WrittenFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reject file of a run: everything refused, with what to do. */
public final class RejectDocument {

  /** Its name. */
  public static final String NAME = "rejects.csv";

  private RejectDocument() {}

  /** Makes the file that rows are added to. */
  @FunctionalInterface
  public interface Opening {
    RejectFile on(OutputStream out, Letterhead letterhead);
  }

  /** Adds a row of the query to the file. */
  @FunctionalInterface
  public interface Appending {
    void row(RejectFile file, ResultSet row) throws SQLException, IOException;
  }

  /** Writes that of registry files, if anything was refused. */
  public static Optional<WrittenFile> write(RunContext run) throws IOException {
    return write(
        run,
        run.sql().sql(Sql.of(RejectDocument.class, "rejects")).param("run", run.run().id()),
        RejectFile::ofRegistry,
        (file, row) -> file.append(row.getString("name"), reject(row), row.getString("raw")));
  }

  /** Writes what a query gives, if anything was refused. */
  public static Optional<WrittenFile> write(
      RunContext run, JdbcClient.StatementSpec query, Opening opening, Appending appending)
      throws IOException {
    Letterhead letterhead = run.letterhead();
    long rejects =
        run.sql()
            .sql(
                "SELECT (SELECT count(*) FROM refusal WHERE run_id = :run)"
                    + " + (SELECT count(*) FROM file_result WHERE run_id = :run AND refused <> 0)")
            .param("run", run.run().id())
            .query(Long.class)
            .single();
    if (rejects == 0) {
      return Optional.empty();
    }
    return Optional.of(
        AtomicFile.write(
            run.outbox().resolve(NAME),
            run.failPoint(),
            out -> {
              RejectFile file = opening.on(out, letterhead);
              query
                  .withFetchSize(2_000)
                  .query(
                      row -> {
                        try {
                          appending.row(file, row);
                        } catch (IOException e) {
                          throw new UncheckedIOException(e);
                        }
                      });
              file.finish();
            }));
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
