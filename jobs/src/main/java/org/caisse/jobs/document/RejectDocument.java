package org.caisse.jobs.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.RejectFile;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.WrittenFile;

/** The reject file of a run: everything refused, with what to do. */
public final class RejectDocument {

  /** Its name. */
  public static final String NAME = "rejects.csv";

  private RejectDocument() {}

  /** Writes it, if anything was refused. */
  public static Optional<WrittenFile> write(RunContext run) throws IOException {
    long rejects =
        run.sql()
            .sql(
                "SELECT (SELECT count(*) FROM line_reject WHERE run_id = :run)"
                    + " + (SELECT count(*) FROM file_result WHERE run_id = :run AND refused <> 0)")
            .param("run", run.run().id())
            .query(Long.class)
            .single();
    if (rejects == 0) {
      return Optional.empty();
    }
    Letterhead letterhead =
        Letterhead.of(run.law().settings(), run.law().pack().currency(), run.run().language());
    return Optional.of(
        AtomicFile.write(
            run.outbox().resolve(NAME),
            run.failPoint(),
            out -> {
              RejectFile file = new RejectFile(out, letterhead);
              run.sql()
                  .sql(Sql.of(RejectDocument.class, "rejects"))
                  .param("run", run.run().id())
                  .withFetchSize(2_000)
                  .query(
                      row -> {
                        try {
                          file.append(
                              row.getString("name"),
                              new Reject(
                                  row.getInt("line_no"),
                                  RejectCode.ofNumber(row.getInt("code")),
                                  row.getString("field"),
                                  row.getString("value"),
                                  row.getString("expected")),
                              row.getString("raw"));
                        } catch (IOException e) {
                          throw new UncheckedIOException(e);
                        }
                      });
              file.finish();
            }));
  }
}
