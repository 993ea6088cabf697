package org.caisse.jobs.invoice;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.invoice.InvoiceRow;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.RejectForm;
import org.caisse.writers.document.RejectedClaim;
import org.caisse.writers.file.WrittenFile;

/** The reject file of an intake of invoices, which is corrected and sent back. */
final class RejectedClaims {

  private RejectedClaims() {}

  /** Writes it, if anything was refused. */
  static List<WrittenFile> write(RunContext run) throws IOException {
    return RejectDocument.write(
        run,
        run.sql().sql(Sql.of(RejectedClaims.class, "rejects")).param("run", run.run().id()),
        RejectForm.Kind.INVOICES,
        (form, row) -> form.append(line(row)));
  }

  private static RejectedClaim line(ResultSet row) throws SQLException, IOException {
    String status = row.getString("status");
    return ClaimReject.of(
        row.getString("name"),
        RejectDocument.reject(row),
        row.getBoolean("whole"),
        new ClaimReject.Of(
            status == null ? null : InvoiceRow.Status.valueOf(status),
            row.getString("provider_no"),
            row.getString("invoice_no"),
            row.getInt("version"),
            row.getInt("no")),
        row.getString("canonical"),
        row.getString("raw"));
  }
}
