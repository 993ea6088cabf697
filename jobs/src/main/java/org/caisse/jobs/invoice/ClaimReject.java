package org.caisse.jobs.invoice;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caisse.config.format.FileKind;
import org.caisse.domain.invoice.InvoiceRow;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.RecordParser;
import org.caisse.writers.document.RejectedClaim;
import org.caisse.writers.document.RejectedClaim.Column;
import org.caisse.writers.document.RejectedClaim.Scope;

/** A row of the reject file: what is to be sent back, and the line's own columns. */
final class ClaimReject {

  private static final List<String> COLUMNS = FileKind.INVOICES.columns();

  private ClaimReject() {}

  /**
   * The invoice that a line stands in.
   *
   * @param status what became of it; null when there is none
   * @param provider number, or empty
   * @param invoice number, or empty
   * @param version 0 when there is none
   * @param no number of the line in it, 0 when there is none
   */
  record Of(InvoiceRow.Status status, String provider, String invoice, int version, int no) {

    /** None. */
    static final Of NONE = new Of(null, "", "", 0, 0);

    /** What it says of itself in a column, or empty. */
    private String said(Column column) {
      if (column == Column.PROVIDER) {
        return provider;
      }
      if (column == Column.INVOICE) {
        return invoice;
      }
      if (column == Column.LINE) {
        return number(no);
      }
      return column == Column.VERSION ? number(version) : "";
    }
  }

  private static String number(int number) {
    return number > 0 ? Integer.toString(number) : "";
  }

  /**
   * Of a refusal.
   *
   * @param name of the sender's file
   * @param whole whether the refusal is of the invoice, lot or file
   * @param canonical the line as it was judged
   * @param raw the line as it was sent
   */
  static RejectedClaim of(
      String name, Reject reject, boolean whole, Of invoice, String canonical, String raw)
      throws IOException {
    return new RejectedClaim(
        name,
        reject,
        scope(reject.code(), whole, invoice.status()),
        cells(canonical, invoice),
        raw);
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
  private static Map<Column, String> cells(String canonical, Of invoice) throws IOException {
    String[] fields = RecordParser.split(canonical);
    boolean split = fields != null && fields.length >= COLUMNS.size();
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String sent = split ? fields[COLUMNS.indexOf(column.name().toLowerCase(Locale.ROOT))] : "";
      String said = invoice.said(column);
      cells.put(column, said.isEmpty() ? sent : said);
    }
    return cells;
  }
}
