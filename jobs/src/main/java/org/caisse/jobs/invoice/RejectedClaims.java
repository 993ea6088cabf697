package org.caisse.jobs.invoice;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caisse.config.format.FileKind;
import org.caisse.domain.invoice.InvoiceRow;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.readers.line.RecordParser;
import org.caisse.writers.document.RejectForm;
import org.caisse.writers.document.RejectedClaim;
import org.caisse.writers.document.RejectedClaim.Column;
import org.caisse.writers.document.RejectedClaim.Scope;
import org.caisse.writers.file.WrittenFile;

/** The reject file of an intake of invoices, which is corrected and sent back. */
final class RejectedClaims {

  private static final List<String> COLUMNS = FileKind.INVOICES.columns();

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
    Reject reject = RejectDocument.reject(row);
    String status = row.getString("status");
    int version = row.getInt("version");
    return new RejectedClaim(
        row.getString("name"),
        reject,
        scope(
            reject.code(),
            row.getBoolean("whole"),
            status == null ? null : InvoiceRow.Status.valueOf(status)),
        cells(
            row.getString("canonical"),
            row.getString("provider_no"),
            row.getString("invoice_no"),
            version == 0 ? "" : Integer.toString(version)),
        row.getString("raw"));
  }

  private static Scope scope(RejectCode code, boolean whole, InvoiceRow.Status status) {
    if (code == RejectCode.LINE_TAKEN_BEFORE) {
      return Scope.NOTHING;
    }
    if (code == RejectCode.LOT_COUNT || code == RejectCode.LOT_TOTAL) {
      return Scope.LOT;
    }
    return switch (status) {
      case FILED, REPEATED -> Scope.LINE;
      case REFUSED -> Scope.INVOICE;
      case null -> whole ? Scope.FILE : Scope.LINE;
    };
  }

  /** As sent where the line can be split; of what a head says, that. */
  private static Map<Column, String> cells(
      String canonical, String provider, String invoice, String version) throws IOException {
    String[] fields = RecordParser.split(canonical);
    boolean split = fields != null && fields.length >= COLUMNS.size();
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String sent = split ? fields[COLUMNS.indexOf(column.name().toLowerCase(Locale.ROOT))] : "";
      String said = said(column, provider, invoice, version);
      cells.put(column, said.isEmpty() ? sent : said);
    }
    return cells;
  }

  /** What is known of the line's invoice, or empty. */
  private static String said(Column column, String provider, String invoice, String version) {
    if (column == Column.PROVIDER) {
      return provider;
    }
    if (column == Column.INVOICE) {
      return invoice;
    }
    return column == Column.VERSION ? version : "";
  }
}
