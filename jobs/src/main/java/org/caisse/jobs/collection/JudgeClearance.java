package org.caisse.jobs.collection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.collection.Clearance;
import org.caisse.domain.collection.ClearanceRow;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decides whether the employer of a run gets its certificate, on the run's frozen facts. */
final class JudgeClearance implements KeyedWork<ClearanceRow, ClearanceRow, ClearanceRow> {

  private static final String INSERT =
      "INSERT INTO clearance (run_id, employer_id, kind, plan_no, valid_until) VALUES (?, ?, ?, ?,"
          + " ?)";

  private final RunContext run;

  JudgeClearance(RunContext run) {
    this.run = run;
  }

  @Override
  public String name() {
    return "clearance";
  }

  @Override
  public String unit() {
    return "employers";
  }

  @Override
  public List<String> tables() {
    return List.of("clearance");
  }

  @Override
  public long total(JdbcClient sql) {
    return 1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return JoinedDebts.query(
        sql, Settled.of(run), run.inputArray(), run.run().id(), employer(), after1);
  }

  private long employer() {
    return run.sql()
        .sql("SELECT employer_id FROM decision WHERE run_id = ?")
        .param(run.run().id())
        .query(Long.class)
        .single();
  }

  @Override
  public Keyed<ClearanceRow> facts(ResultSet row) throws SQLException {
    long employer = row.getLong("employer_id");
    LocalDate day = run.run().businessDate();
    return new Keyed<>(
        employer,
        0,
        ClearanceRow.of(
            row.getString("employer_no"),
            JoinedDebts.facts(row, day),
            ClearanceFacts.undeclared(run.sql(), Settled.of(run), employer, day),
            run.law()));
  }

  @Override
  public ClearanceRow judge(ClearanceRow facts) {
    return facts.judged(run.law());
  }

  @Override
  public Class<ClearanceRow> rowType() {
    return ClearanceRow.class;
  }

  @Override
  public ClearanceRow row(ClearanceRow facts, ClearanceRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<ClearanceRow, ClearanceRow>> judged)
      throws SQLException {
    for (Judged<ClearanceRow, ClearanceRow> one : judged) {
      ClearanceRow verdict = one.verdict();
      if (verdict.kind() == Clearance.Kind.REFUSED) {
        continue;
      }
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        insert.setInt(1, run.run().id());
        insert.setLong(2, one.keyed().key1());
        insert.setString(3, verdict.kind().name());
        insert.setObject(4, verdict.plan() == 0 ? null : verdict.plan());
        insert.setObject(5, verdict.validUntil());
        insert.executeUpdate();
      }
    }
  }
}
