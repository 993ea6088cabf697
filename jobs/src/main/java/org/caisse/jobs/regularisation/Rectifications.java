package org.caisse.jobs.regularisation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.JudgeRectification;
import org.caisse.domain.contribution.MonthChange;
import org.caisse.domain.contribution.RectificationRow;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.pack.Payer;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what each employer's months owed before and owe now, and decides what it is told. */
final class Rectifications
    implements KeyedWork<Rectifications.Facts, JudgeRectification.Verdict, RectificationRow> {

  private static final String QUERY = Sql.of(Rectifications.class, "changes");
  private static final String COPY =
      "COPY rectification (run_id, employer_id, period, ogd_no, component, payer, before_minor,"
          + " after_minor) FROM STDIN (FORMAT BINARY)";

  private final RunContext run;

  /** An employer and what changed for it. */
  record Facts(String employerNo, List<MonthChange> changes) {}

  Rectifications(RunContext run) {
    this.run = run;
  }

  @Override
  public String name() {
    return "rectifications";
  }

  @Override
  public String unit() {
    return "employers";
  }

  @Override
  public List<String> tables() {
    return List.of("rectification");
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
  public Keyed<Facts> facts(ResultSet row) throws SQLException {
    List<MonthChange> changes = new ArrayList<>();
    for (String change : row.getString("changes").split(";", -1)) {
      String[] fields = change.split("\\|", -1);
      changes.add(
          new MonthChange(
              LocalDate.parse(fields[0]),
              fields[1],
              Component.valueOf(fields[2]),
              Payer.valueOf(fields[3]),
              Long.parseLong(fields[4]),
              Long.parseLong(fields[5])));
    }
    return new Keyed<>(
        row.getLong("employer_id"), 0, new Facts(row.getString("employer_no"), changes));
  }

  @Override
  public JudgeRectification.Verdict judge(Facts facts) {
    return JudgeRectification.judge(facts.changes());
  }

  @Override
  public Class<RectificationRow> rowType() {
    return RectificationRow.class;
  }

  @Override
  public RectificationRow row(Facts facts, JudgeRectification.Verdict verdict) {
    return RectificationRow.of(facts.employerNo(), facts.changes(), verdict);
  }

  @Override
  public void post(Connection connection, List<Judged<Facts, JudgeRectification.Verdict>> judged)
      throws SQLException, IOException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<Facts, JudgeRectification.Verdict> one : judged) {
        for (MonthChange change : one.keyed().facts().changes()) {
          copy.row(8);
          copy.int4(run.run().id());
          copy.int8(one.keyed().key1());
          copy.date(change.period());
          copy.text(change.ogd());
          copy.text(change.component().name());
          copy.text(change.payer().name());
          copy.int8(change.beforeMinor());
          copy.int8(change.afterMinor());
        }
      }
      copy.finish();
    }
  }
}
