package org.caisse.jobs.takeon;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.takeon.ControlTotal;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Archives the totals that were compared. */
final class ArchiveTotals implements KeyedWork<ControlTotal, ControlTotal, ControlTotal> {

  private final RunContext run;

  ArchiveTotals(RunContext run) {
    this.run = run;
  }

  @Override
  public String name() {
    return "totals";
  }

  @Override
  public String unit() {
    return "totals";
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return sql.sql("SELECT * FROM take_on_check WHERE run_id = :run AND seq > :after ORDER BY seq")
        .param("run", run.run().id())
        .param("after", after1);
  }

  @Override
  public Keyed<ControlTotal> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getInt("seq"),
        0,
        ControlTotal.of(
            ControlTotal.Kind.valueOf(row.getString("kind")),
            row.getString("key"),
            row.getString("measure"),
            row.getObject("expected", Long.class),
            row.getObject("found", Long.class)));
  }

  @Override
  public ControlTotal judge(ControlTotal facts) {
    return facts.judgeAgain();
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  @Override
  public Class<ControlTotal> rowType() {
    return ControlTotal.class;
  }

  @Override
  public ControlTotal row(ControlTotal facts, ControlTotal verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<ControlTotal, ControlTotal>> judged) {
    // They were kept when they were compared.
  }
}
