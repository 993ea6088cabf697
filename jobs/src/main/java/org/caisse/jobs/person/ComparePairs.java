package org.caisse.jobs.person;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.person.MatchSettings;
import org.caisse.domain.person.PairRow;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the pairs of a run, and keeps those that a person is asked about. */
final class ComparePairs implements KeyedWork<PairRow, PairRow, PairRow> {

  private static final String QUERY = Sql.of(ComparePairs.class, "compare");
  private static final String COPY =
      "COPY person_candidate (run_id, person_a, person_b, score, why, keep_a) FROM STDIN (FORMAT"
          + " BINARY)";

  private final RunContext run;
  private final MatchSettings settings;

  ComparePairs(RunContext run) {
    this.run = run;
    this.settings = run.law().settings().checks().persons();
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String unit() {
    return "pairs";
  }

  @Override
  public List<String> tables() {
    return List.of("person_candidate");
  }

  @Override
  public long total(JdbcClient sql) {
    return sql.sql("SELECT count(*) FROM person_pair WHERE run_id = ?")
        .param(run.run().id())
        .query(Long.class)
        .single();
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return sql.sql(QUERY)
        .param("run", run.run().id())
        .param("date", run.run().businessDate())
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("after1", after1)
        .param("after2", after2);
  }

  @Override
  public Keyed<PairRow> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getLong("person_a"),
        row.getLong("person_b"),
        PairRow.facts(
            KnownRow.of(row, "a_", row.getString("a_work")),
            KnownRow.of(row, "b_", row.getString("b_work"))));
  }

  @Override
  public PairRow judge(PairRow facts) {
    return facts.judged(settings);
  }

  @Override
  public Class<PairRow> rowType() {
    return PairRow.class;
  }

  @Override
  public PairRow row(PairRow facts, PairRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<PairRow, PairRow>> judged)
      throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<PairRow, PairRow> one : judged) {
        if (one.verdict().shown()) {
          copy.row(6);
          copy.int4(run.run().id());
          copy.int8(one.keyed().key1());
          copy.int8(one.keyed().key2());
          copy.int4(one.verdict().score());
          copy.text(one.verdict().evidence());
          copy.bool(one.verdict().keepA());
        }
      }
      copy.finish();
    }
  }
}
