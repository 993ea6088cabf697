package org.caisse.jobs.invoice;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.invoice.InvoiceRow;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges each invoice of an intake, once its lot is. */
final class JudgeInvoices implements KeyedWork<JudgeInvoices.Invoice, InvoiceRow, InvoiceRow> {

  private static final String QUERY = Sql.of(JudgeInvoices.class, "invoices");
  private static final String COPY =
      "COPY invoice (invoice_id, run_id, file_id, line_no, lot_id, lot_no, provider_id,"
          + " provider_no, invoice_no, version, correction, completes_id, filing, kind,"
          + " received_on, period, lines, charged_minor, unreadable, said_lines, said_minor,"
          + " status, refused, refused_field, refused_value, refused_expected, content_sha256)"
          + " FROM STDIN (FORMAT BINARY)";

  private final RunContext run;
  private final boolean corrections;

  /**
   * Facts of an invoice, and what is stored of it besides.
   *
   * @param providerId key of the provider, or null
   * @param standingId the invoice of its number that counts now, or null
   * @param correction of corrected lines: how often any came for that invoice, this time included
   * @param filing how often it was filed under its number and version, this time included
   */
  record Invoice(
      int fileId,
      long lotId,
      String lotNo,
      Long providerId,
      Long standingId,
      int correction,
      int filing,
      String kind,
      LocalDate receivedOn,
      LocalDate period,
      InvoiceRow row) {}

  /**
   * @param corrections whether those that only complete another are judged; they come last
   */
  JudgeInvoices(RunContext run, boolean corrections) {
    this.run = run;
    this.corrections = corrections;
  }

  @Override
  public String name() {
    return corrections ? "invoice-corrections" : "invoices";
  }

  @Override
  public String unit() {
    return "invoices";
  }

  @Override
  public List<String> tables() {
    return List.of("invoice");
  }

  @Override
  public long total(JdbcClient sql) {
    return sql.sql(
            "SELECT count(*) FROM incoming_invoice WHERE run_id = :run AND corrects = :corrects")
        .param("run", run.run().id())
        .param("corrects", corrections)
        .query(Long.class)
        .single();
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return sql.sql(QUERY)
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("corrects", corrections)
        .param("after", after1);
  }

  @Override
  public Keyed<Invoice> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getLong("invoice_id"),
        0,
        new Invoice(
            row.getInt("file_id"),
            row.getLong("lot_id"),
            row.getString("lot_no"),
            Found.amount(row, "provider_id"),
            Found.amount(row, "standing_id"),
            row.getInt("correction"),
            row.getInt("filing"),
            row.getString("kind"),
            row.getObject("received_on", LocalDate.class),
            row.getObject("period", LocalDate.class),
            invoice(row)));
  }

  private static InvoiceRow invoice(ResultSet row) throws SQLException {
    int lineNo = row.getInt("line_no");
    return new InvoiceRow(
        row.getLong("invoice_id"),
        lineNo,
        row.getString("provider_no"),
        row.getString("invoice_no"),
        row.getInt("version"),
        row.getBoolean("corrects"),
        Found.reject(row, "lot", lineNo),
        Found.reject(row, "head", lineNo),
        row.getString("unclear"),
        row.getBoolean("provider_known"),
        row.getInt("lines"),
        row.getLong("charged_minor"),
        row.getInt("unreadable"),
        Found.whole(row, "said_lines"),
        Found.amount(row, "said_minor"),
        row.getInt("rank"),
        row.getString("content_sha256"),
        row.getString("filed_sha256"),
        row.getString("filed_at"),
        row.getInt("standing_version"),
        null,
        null);
  }

  @Override
  public InvoiceRow judge(Invoice facts) {
    return facts.row().judged();
  }

  @Override
  public Class<InvoiceRow> rowType() {
    return InvoiceRow.class;
  }

  @Override
  public InvoiceRow row(Invoice facts, InvoiceRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<Invoice, InvoiceRow>> judged)
      throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<Invoice, InvoiceRow> one : judged) {
        invoice(copy, one.keyed().facts(), one.verdict());
      }
      copy.finish();
    }
  }

  private void invoice(BinaryCopy copy, Invoice facts, InvoiceRow invoice) throws SQLException {
    boolean completes = invoice.corrects() && invoice.status() != InvoiceRow.Status.REFUSED;
    copy.row(27);
    copy.int8(invoice.invoiceId());
    copy.int4(run.run().id());
    copy.int4(facts.fileId());
    copy.int4(invoice.lineNo());
    copy.int8(facts.lotId());
    copy.text(facts.lotNo());
    Found.copy(copy, facts.providerId());
    copy.text(invoice.providerNo());
    copy.text(invoice.invoiceNo());
    copy.int4(invoice.version());
    copy.int4(completes ? facts.correction() : 0);
    Found.copy(copy, completes ? facts.standingId() : null);
    copy.int4(facts.filing());
    copy.text(facts.kind());
    copy.date(facts.receivedOn());
    copy.date(facts.period());
    copy.int4(invoice.lines());
    copy.int8(invoice.chargedMinor());
    copy.int4(invoice.unreadable());
    Found.copy(copy, invoice.saidLines());
    Found.copy(copy, invoice.saidTotal());
    copy.text(invoice.status().name());
    Found.copy(copy, invoice.reject());
    copy.text(invoice.contentSha256());
  }
}
