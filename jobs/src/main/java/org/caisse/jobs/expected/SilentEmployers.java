package org.caisse.jobs.expected;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.expected.SilentRow;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the employers that were to file something for the month and did not. */
final class SilentEmployers implements KeyedWork<SilentRow, SilentRow, SilentRow> {

  private static final String QUERY = Sql.of(SilentEmployers.class, "control-employers");
  private static final String COPY =
      "COPY silent_employer (run_id, employer_id, ogd_no, expected, missing_minor) FROM STDIN"
          + " (FORMAT BINARY)";

  private final ControlledMonth month;

  SilentEmployers(ControlledMonth month) {
    this.month = month;
  }

  @Override
  public String name() {
    return "employers";
  }

  @Override
  public String unit() {
    return "employers";
  }

  @Override
  public List<String> tables() {
    return List.of("silent_employer");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return month.bind(sql.sql(QUERY)).param("after", after1);
  }

  @Override
  public Keyed<SilentRow> facts(ResultSet row) throws SQLException {
    String population = row.getString("population");
    return new Keyed<>(
        row.getLong("employer_id"),
        0,
        new SilentRow(
            row.getString("employer_no"),
            population,
            row.getString("ogd_no"),
            row.getBoolean("filed"),
            month.due(population),
            month.run().run().businessDate(),
            row.getInt("expected"),
            row.getLong("missing_minor"),
            false));
  }

  @Override
  public SilentRow judge(SilentRow facts) {
    return facts.judged();
  }

  @Override
  public Class<SilentRow> rowType() {
    return SilentRow.class;
  }

  @Override
  public SilentRow row(SilentRow facts, SilentRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<SilentRow, SilentRow>> judged)
      throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<SilentRow, SilentRow> one : judged) {
        if (one.verdict().silent()) {
          copy.row(5);
          copy.int4(month.run().run().id());
          copy.int8(one.keyed().key1());
          copy.text(one.verdict().ogd());
          copy.int4(one.verdict().expected());
          copy.int8(one.verdict().missingMinor());
        }
      }
      copy.finish();
    }
  }
}
