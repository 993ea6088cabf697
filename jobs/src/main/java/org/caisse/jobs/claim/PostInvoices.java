package org.caisse.jobs.claim;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.claim.InvoiceRow;
import org.caisse.domain.ledger.Debtor;
import org.caisse.jobs.account.JoinedFacts;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Posts what differs between what payers owe for an invoice and what stands in the ledger. */
final class PostInvoices implements KeyedWork<InvoiceRow, InvoiceRow, InvoiceRow> {

  private static final String QUERY = Sql.of(PostInvoices.class, "invoices");
  private static final TypeReference<List<InvoiceRow.PayerShare>> SHARES = new TypeReference<>() {};
  private static final TypeReference<List<InvoiceRow.Posted>> POSTED = new TypeReference<>() {};

  private final RunContext run;
  private final MoneyPosting posting;

  PostInvoices(RunContext run) {
    this.run = run;
    this.posting = MoneyPosting.ofCare(run);
  }

  @Override
  public String name() {
    return "invoices";
  }

  @Override
  public String unit() {
    return "invoices";
  }

  @Override
  public List<String> tables() {
    return List.of("ledger_entry", "posting");
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
  public Keyed<InvoiceRow> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getLong("invoice_id"),
        0,
        new InvoiceRow(
            row.getString("invoice"),
            row.getObject("value_period", LocalDate.class),
            row.getBoolean("reimbursed"),
            JoinedFacts.list(row.getString("shares"), SHARES),
            JoinedFacts.list(row.getString("entries"), POSTED),
            row.getInt("last_rev"),
            List.of()));
  }

  @Override
  public InvoiceRow judge(InvoiceRow facts) {
    return facts.judged();
  }

  @Override
  public Class<InvoiceRow> rowType() {
    return InvoiceRow.class;
  }

  @Override
  public InvoiceRow row(InvoiceRow facts, InvoiceRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<InvoiceRow, InvoiceRow>> judged)
      throws SQLException, IOException {
    for (Judged<InvoiceRow, InvoiceRow> one : judged) {
      for (InvoiceRow.Posting entry : one.verdict().entries()) {
        posting.add(one.verdict().valuePeriod(), Debtor.INVOICE, one.keyed().key1(), entry.entry());
      }
    }
    posting.flush(connection);
  }
}
