package org.caisse.jobs.entitlement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.right.HeadRow;
import org.caisse.domain.right.PostedRight;
import org.caisse.domain.right.RightTerms;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works out the rights that each person has by himself, and posts what differs. */
final class JudgeHeads implements KeyedWork<HeadRow, HeadRow, HeadRow> {

  private final RunContext run;
  private final RightTerms terms;

  JudgeHeads(RunContext run) {
    this.run = run;
    this.terms = new RightTerms(run.law());
  }

  @Override
  public String name() {
    return "heads";
  }

  @Override
  public String unit() {
    return "persons";
  }

  @Override
  public List<String> tables() {
    return List.of("rights_period");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return JoinedRights.heads(sql, RightsBefore.asked(run, after1), run.law());
  }

  @Override
  public Keyed<HeadRow> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getLong("person_id"), 0, JoinedRights.head(row, run.run().businessDate(), terms));
  }

  @Override
  public HeadRow judge(HeadRow facts) {
    return facts.judged(terms);
  }

  @Override
  public Class<HeadRow> rowType() {
    return HeadRow.class;
  }

  @Override
  public HeadRow row(HeadRow facts, HeadRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<HeadRow, HeadRow>> judged)
      throws SQLException {
    try (RightRows rows = new RightRows(connection, run.run().id())) {
      for (Judged<HeadRow, HeadRow> one : judged) {
        for (PostedRight change : one.verdict().changes()) {
          rows.add(one.keyed().key1(), one.keyed().key1(), change);
        }
      }
      rows.finish();
    }
  }
}
