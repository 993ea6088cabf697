package org.caisse.jobs.account;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.account.AccountRow;
import org.caisse.domain.account.OgdAccount;
import org.caisse.domain.account.OgdRow;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.pack.Payer;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Settles the account of each delegated body: what it collected, transferred and may keep. */
final class SettleBodies implements KeyedWork<OgdRow, OgdRow, OgdRow> {

  private static final String QUERY = Sql.of(SettleBodies.class, "bodies");
  private static final String COPY =
      "COPY remittance_state (run_id, ogd_no, number, remitted_on, collected_minor, fee_minor,"
          + " transferred_minor) FROM STDIN (FORMAT BINARY)";
  private static final TypeReference<List<OgdAccount.Remitted>> REMITTED = new TypeReference<>() {};
  private static final TypeReference<List<OgdAccount.Transfer>> TRANSFERS =
      new TypeReference<>() {};
  private static final TypeReference<List<AccountRow.Posted>> POSTED = new TypeReference<>() {};
  private static final TypeReference<List<AccountRow.LastRev>> REVS = new TypeReference<>() {};

  private final RunContext run;
  private final MoneyPosting posting;

  SettleBodies(RunContext run) {
    this.run = run;
    this.posting = new MoneyPosting(run);
  }

  @Override
  public String name() {
    return "bodies";
  }

  @Override
  public String unit() {
    return "bodies";
  }

  @Override
  public List<String> tables() {
    return List.of("remittance_state", "ledger_entry", "posting");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return sql.sql(QUERY)
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("date", run.run().businessDate())
        .param("after", after1);
  }

  @Override
  public Keyed<OgdRow> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getLong("ogd_id"),
        0,
        new OgdRow(
            row.getString("ogd_no"),
            JoinedFacts.list(row.getString("remitted"), REMITTED),
            JoinedFacts.list(row.getString("transfers"), TRANSFERS),
            JoinedFacts.list(row.getString("posted"), POSTED),
            JoinedFacts.list(row.getString("revs"), REVS),
            List.of(),
            List.of()));
  }

  @Override
  public OgdRow judge(OgdRow facts) {
    return facts.judged(run.law());
  }

  @Override
  public Class<OgdRow> rowType() {
    return OgdRow.class;
  }

  @Override
  public OgdRow row(OgdRow facts, OgdRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<OgdRow, OgdRow>> judged)
      throws SQLException, IOException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<OgdRow, OgdRow> one : judged) {
        for (OgdAccount.State state : one.verdict().states()) {
          copy.row(7);
          copy.int4(run.run().id());
          copy.text(one.verdict().ogd());
          copy.text(state.number());
          copy.date(state.on());
          copy.int8(state.collectedMinor());
          copy.int8(state.feeMinor());
          copy.int8(state.transferredMinor());
        }
      }
      copy.finish();
    }
    for (Judged<OgdRow, OgdRow> one : judged) {
      for (AccountRow.Dated entry : one.verdict().entries()) {
        posting.add(
            entry.valuePeriod(), Debtor.OGD, one.keyed().key1(), entry.entry(Payer.EMPLOYER));
      }
    }
    posting.flush(connection);
  }
}
