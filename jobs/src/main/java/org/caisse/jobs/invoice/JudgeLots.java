package org.caisse.jobs.invoice;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.invoice.LotRow;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges each lot of an intake. */
final class JudgeLots implements KeyedWork<JudgeLots.Lot, LotRow, LotRow> {

  private static final String QUERY = Sql.of(JudgeLots.class, "lots");
  private static final String COPY =
      "COPY invoice_lot (lot_id, run_id, file_id, line_no, provider_no, lot_no, invoices, lines,"
          + " amount_minor, unreadable, said_invoices, said_minor, refused, refused_field,"
          + " refused_value, refused_expected) FROM STDIN (FORMAT BINARY)";

  private final RunContext run;

  /** Facts of a lot, and what is stored of it besides. */
  record Lot(int fileId, int lines, LotRow row) {}

  JudgeLots(RunContext run) {
    this.run = run;
  }

  @Override
  public String name() {
    return "lots";
  }

  @Override
  public String unit() {
    return "lots";
  }

  @Override
  public List<String> tables() {
    return List.of("invoice_lot");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return sql.sql(QUERY).param("run", run.run().id()).param("after", after1);
  }

  @Override
  public Keyed<Lot> facts(ResultSet row) throws SQLException {
    int lineNo = row.getInt("line_no");
    return new Keyed<>(
        row.getLong("lot_id"),
        0,
        new Lot(
            row.getInt("file_id"),
            row.getInt("lines"),
            new LotRow(
                row.getLong("lot_id"),
                lineNo,
                row.getString("provider_no"),
                row.getString("lot_no"),
                Found.reject(row, "head", lineNo),
                row.getString("unclear"),
                row.getInt("invoices"),
                row.getLong("amount_minor"),
                row.getInt("unreadable"),
                Found.whole(row, "said_invoices"),
                Found.amount(row, "said_minor"),
                null)));
  }

  @Override
  public LotRow judge(Lot facts) {
    return facts.row().judged();
  }

  @Override
  public Class<LotRow> rowType() {
    return LotRow.class;
  }

  @Override
  public LotRow row(Lot facts, LotRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<Lot, LotRow>> judged) throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<Lot, LotRow> one : judged) {
        lot(copy, one.keyed().facts(), one.verdict());
      }
      copy.finish();
    }
  }

  private void lot(BinaryCopy copy, Lot facts, LotRow lot) throws SQLException {
    copy.row(16);
    copy.int8(lot.lotId());
    copy.int4(run.run().id());
    copy.int4(facts.fileId());
    copy.int4(lot.lineNo());
    copy.text(lot.providerNo());
    copy.text(lot.lotNo());
    copy.int4(lot.invoices());
    copy.int4(facts.lines());
    copy.int8(lot.amountMinor());
    copy.int4(lot.unreadable());
    Found.copy(copy, lot.saidInvoices());
    Found.copy(copy, lot.saidTotal());
    Found.copy(copy, lot.reject());
  }
}
