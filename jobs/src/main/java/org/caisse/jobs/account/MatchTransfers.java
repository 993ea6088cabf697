package org.caisse.jobs.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.pack.PaymentRule;
import org.caisse.domain.receipt.MatchTransfer;
import org.caisse.domain.receipt.TransferRow;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Finds which money at the bank is the transfer of a delegated body. */
final class MatchTransfers implements KeyedWork<TransferRow, TransferRow, TransferRow> {

  private static final String QUERY = Sql.of(MatchTransfers.class, "transfers");
  private static final String COPY =
      "COPY receipt_match (receipt_id, run_id, ogd_no, remittance_no, rule, why)"
          + " FROM STDIN (FORMAT BINARY)";
  private static final TypeReference<List<MatchTransfer.Candidate>> CANDIDATES =
      new TypeReference<>() {};

  private final RunContext run;

  MatchTransfers(RunContext run) {
    this.run = run;
  }

  @Override
  public String name() {
    return "transfers";
  }

  @Override
  public String unit() {
    return "receipts";
  }

  @Override
  public List<String> tables() {
    return List.of("receipt_match");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    PaymentRule rule = run.law().pack().payments();
    return OwnDues.of(run)
        .bind(sql.sql(QUERY))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("days", rule == null ? 0 : rule.matchDays())
        .param("after", after1);
  }

  @Override
  public Keyed<TransferRow> facts(ResultSet row) throws SQLException {
    long id = row.getLong("receipt_id");
    return new Keyed<>(
        id,
        0,
        new TransferRow(
            id,
            row.getString("receipt_no"),
            JoinedFacts.list(row.getString("candidates"), CANDIDATES),
            row.getInt("employers"),
            "",
            ""));
  }

  @Override
  public TransferRow judge(TransferRow facts) {
    return facts.judgeAgain();
  }

  @Override
  public Class<TransferRow> rowType() {
    return TransferRow.class;
  }

  @Override
  public TransferRow row(TransferRow facts, TransferRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<TransferRow, TransferRow>> judged)
      throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<TransferRow, TransferRow> one : judged) {
        TransferRow row = one.verdict();
        MatchTransfer.Candidate match = MatchTransfer.judge(row.candidates(), row.employers());
        if (match != null) {
          copy.row(6);
          copy.int8(row.receiptId());
          copy.int4(run.run().id());
          copy.text(match.ogd());
          copy.text(match.remittance());
          copy.text(match.rule().name());
          copy.text(match.why());
        }
      }
      copy.finish();
    }
  }
}
