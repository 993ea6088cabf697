package org.caisse.jobs.collection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.collection.FollowUp;
import org.caisse.domain.collection.FollowUpRow;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decides for each employer that owes something which letters follow, and keeps them. */
final class FollowDebts implements KeyedWork<FollowUpRow, FollowUpRow, FollowUpRow> {

  private static final String STEPS =
      "COPY collection_step (run_id, employer_id, stage, period, ogd_no, due, open_minor, plan_no,"
          + " since) FROM STDIN (FORMAT BINARY)";
  private static final String WORKLIST =
      "COPY collection_todo (run_id, employer_id, kind, notice, period, ogd_no, open_minor, since)"
          + " FROM STDIN (FORMAT BINARY)";

  private final RunContext run;

  FollowDebts(RunContext run) {
    this.run = run;
  }

  @Override
  public String name() {
    return "follow-up";
  }

  @Override
  public String unit() {
    return "employers";
  }

  @Override
  public List<String> tables() {
    return List.of("collection_step", "collection_todo");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    // The server expects one row of what is joined here, and would go through all letters for each
    // employer: without nested loops 4,000 employers take seconds instead of minutes.
    sql.sql("SET LOCAL enable_nestloop = off").update();
    return JoinedDebts.query(sql, Settled.of(run), run.inputArray(), run.run().id(), 0, after1);
  }

  @Override
  public Keyed<FollowUpRow> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getLong("employer_id"),
        0,
        FollowUpRow.facts(
            row.getString("employer_no"), JoinedDebts.facts(row, run.run().businessDate())));
  }

  @Override
  public FollowUpRow judge(FollowUpRow facts) {
    return facts.judged(run.law());
  }

  @Override
  public Class<FollowUpRow> rowType() {
    return FollowUpRow.class;
  }

  @Override
  public FollowUpRow row(FollowUpRow facts, FollowUpRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<FollowUpRow, FollowUpRow>> judged)
      throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, STEPS)) {
      for (Judged<FollowUpRow, FollowUpRow> one : judged) {
        for (FollowUp.Step step : one.verdict().steps()) {
          step(copy, one.keyed().key1(), step);
        }
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, WORKLIST)) {
      for (Judged<FollowUpRow, FollowUpRow> one : judged) {
        for (FollowUp.Todo todo : one.verdict().todo()) {
          todo(copy, one.keyed().key1(), todo);
        }
      }
      copy.finish();
    }
  }

  private void step(BinaryCopy copy, long employerId, FollowUp.Step step) throws SQLException {
    copy.row(9);
    copy.int4(run.run().id());
    copy.int8(employerId);
    copy.text(step.stage().name());
    copy.date(step.period());
    copy.text(step.ogd());
    copy.date(step.due());
    copy.int8(step.openMinor());
    if (step.plan() == 0) {
      copy.nul();
      copy.nul();
    } else {
      copy.int4(step.plan());
      copy.date(step.since());
    }
  }

  private void todo(BinaryCopy copy, long employerId, FollowUp.Todo todo) throws SQLException {
    copy.row(8);
    copy.int4(run.run().id());
    copy.int8(employerId);
    copy.text(todo.kind().name());
    copy.text(todo.number());
    copy.date(todo.period());
    copy.text(todo.ogd());
    copy.int8(todo.openMinor());
    copy.date(todo.since());
  }
}
