package org.caisse.jobs.expected;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.caisse.domain.expected.ControlRow;
import org.caisse.domain.expected.Listed;
import org.caisse.domain.pack.FundChecks;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Looks at each person of each employer: expected, declared, or both. */
final class ControlPersons implements KeyedWork<ControlRow, ControlRow, ControlRow> {

  /** Rows of lists in whom nobody is recognised come after the persons of their employer. */
  static final long FIRST_ROW = 1L << 62;

  private static final String QUERY = Sql.of(ControlPersons.class, "control-persons");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Listed>> LISTS = new TypeReference<>() {};
  private static final String COPY =
      "COPY control_finding (run_id, employer_no, ogd_no, item, person_id, expected_id, finding,"
          + " lists, pay_minor, against_minor, missing_minor) FROM STDIN (FORMAT BINARY)";

  private final ControlledMonth month;
  private final FundChecks.OfDeclarations checks;

  ControlPersons(ControlledMonth month) {
    this.month = month;
    this.checks = month.run().law().settings().checks().declarations();
  }

  @Override
  public String name() {
    return "persons";
  }

  @Override
  public String unit() {
    return "persons";
  }

  @Override
  public List<String> tables() {
    return List.of("control_finding");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return month
        .bind(sql.sql(QUERY))
        .param("first_row", FIRST_ROW)
        .param("after1", after1)
        .param("after2", after2);
  }

  @Override
  public Keyed<ControlRow> facts(ResultSet row) throws SQLException {
    String lists = row.getString("lists");
    String population = row.getString("population");
    return new Keyed<>(
        row.getLong("employer_id"),
        row.getLong("item"),
        new ControlRow(
            row.getString("employer_no"),
            row.getLong("employer_id") != 0,
            population,
            row.getString("ogd_no"),
            row.getString("person_no"),
            row.getBoolean("person_known"),
            row.getBoolean("person_active"),
            row.getBoolean("filed"),
            month.isOverdue(population),
            row.getInt("lists_of_employer"),
            lists == null ? List.of() : JSON.readValue(lists, LISTS),
            row.getBoolean("declared"),
            row.getLong("pay_minor"),
            row.getInt("days"),
            month.days(),
            row.getBoolean("before"),
            row.getBoolean("stayed"),
            row.getLong("pay_before_minor"),
            row.getInt("days_before"),
            month.start().minusMonths(1).lengthOfMonth(),
            List.of()));
  }

  @Override
  public ControlRow judge(ControlRow facts) {
    return facts.judged(month.terms(facts.population()), checks);
  }

  @Override
  public Class<ControlRow> rowType() {
    return ControlRow.class;
  }

  @Override
  public ControlRow row(ControlRow facts, ControlRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<ControlRow, ControlRow>> judged)
      throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<ControlRow, ControlRow> one : judged) {
        for (ControlRow.Found found : one.verdict().found()) {
          finding(copy, one.keyed().key2(), one.verdict(), found);
        }
      }
      copy.finish();
    }
  }

  private void finding(BinaryCopy copy, long item, ControlRow row, ControlRow.Found found)
      throws SQLException {
    copy.row(11);
    copy.int4(month.run().run().id());
    copy.text(row.employerNo());
    copy.text(row.ogd());
    copy.int8(item);
    if (item < FIRST_ROW) {
      copy.int8(item);
      copy.nul();
    } else {
      copy.nul();
      copy.int8(item - FIRST_ROW);
    }
    copy.text(found.finding().name());
    copy.text(row.lists().stream().map(Listed::list).sorted().collect(Collectors.joining(", ")));
    copy.int8(row.payMinor());
    if (found.againstMinor() < 0) {
      copy.nul();
    } else {
      copy.int8(found.againstMinor());
    }
    copy.int8(found.missingMinor());
  }
}
