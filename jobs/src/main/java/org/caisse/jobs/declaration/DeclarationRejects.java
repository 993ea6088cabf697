package org.caisse.jobs.declaration;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.RejectForm;
import org.caisse.writers.document.RejectedLine;
import org.caisse.writers.file.WrittenFile;

/** The reject file of an intake, which is corrected and sent back. */
final class DeclarationRejects {

  private DeclarationRejects() {}

  /** Writes it, if anything was refused. */
  static List<WrittenFile> write(RunContext run) throws IOException {
    return RejectDocument.write(
        run,
        run.sql().sql(Sql.of(DeclarationRejects.class, "rejects")).param("run", run.run().id()),
        RejectForm.Kind.DECLARATIONS,
        (form, row) -> form.append(line(row)));
  }

  private static RejectedLine line(ResultSet row) throws SQLException, IOException {
    String status = row.getString("declaration_status");
    RejectedLines.Declared declared =
        new RejectedLines.Declared(
            status == null ? null : DeclarationStatus.valueOf(status),
            row.getString("employer_no"),
            row.getString("period"),
            row.getInt("sender_seq"));
    return RejectedLines.of(
        row.getString("name"),
        RejectDocument.reject(row),
        row.getBoolean("whole"),
        declared,
        row.getString("canonical"),
        row.getString("raw"));
  }
}
