package org.caisse.jobs.claim;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.caisse.domain.care.CareLimit;
import org.caisse.domain.claim.Agreement;
import org.caisse.domain.claim.Beneficiary;
import org.caisse.domain.claim.CareBook;
import org.caisse.domain.claim.CareLine;
import org.caisse.domain.claim.FirmLine;
import org.caisse.domain.claim.HouseholdFacts;
import org.caisse.domain.claim.HouseholdRow;
import org.caisse.domain.claim.JudgeHousehold;
import org.caisse.domain.claim.LineDecision;
import org.caisse.jobs.account.JoinedFacts;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Judges the care of each household, and writes down what differs from what stands decided. */
final class JudgeHouseholds implements KeyedWork<Household, List<LineDecision>, HouseholdRow> {

  private static final String QUERY = Sql.of(JudgeHouseholds.class, "households");
  private static final String PORTION = Sql.of(JudgeHouseholds.class, "portion");

  private static final TypeReference<List<Household.Line>> WORK = new TypeReference<>() {};
  private static final TypeReference<List<Beneficiary>> MEMBERS = new TypeReference<>() {};
  private static final TypeReference<List<CareLine>> LINES = new TypeReference<>() {};
  private static final TypeReference<List<FirmLine>> FIRM = new TypeReference<>() {};
  private static final TypeReference<List<JoinedReduced>> REDUCED = new TypeReference<>() {};
  private static final TypeReference<List<Agreement>> AGREEMENTS = new TypeReference<>() {};

  private final RunContext run;
  private final CareBook book;
  private final int most;

  /**
   * @param most households whose facts are joined at once: all of them would not fit in memory
   */
  JudgeHouseholds(RunContext run, int most) {
    this.most = most;
    this.run = run;
    this.book = new CareBook(run.law());
  }

  @Override
  public String name() {
    return "households";
  }

  @Override
  public String unit() {
    return "households";
  }

  @Override
  public List<String> tables() {
    return List.of("claim_decision", "claim_share", "claim_reduction", "claim_consumption");
  }

  @Override
  public long total(JdbcClient sql) {
    return sql.sql("SELECT count(DISTINCT household_id) FROM claim_work WHERE run_id = ?")
        .param(run.run().id())
        .query(Long.class)
        .single();
  }

  private String[] limitsOfHouseholds() {
    return run.law().pack().care().limits().stream()
        .filter(limit -> limit.same().contains(CareLimit.Same.HOUSEHOLD))
        .map(CareLimit::id)
        .toArray(String[]::new);
  }

  @Override
  public OptionalLong portion(JdbcClient sql, long after1) {
    return sql.sql(PORTION)
        .param("run", run.run().id())
        .param("after", after1)
        .param("most", most)
        .query((row, n) -> row.getObject(1, Long.class))
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return query(sql, after1, after2, Long.MAX_VALUE);
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2, long until1) {
    return sql.sql(QUERY)
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("after", after1)
        .param("until", until1)
        .param("ofHousehold", limitsOfHouseholds())
        .param("day", run.run().businessDate());
  }

  @Override
  public Keyed<Household> facts(ResultSet row) throws SQLException {
    HouseholdFacts facts =
        new HouseholdFacts(
            row.getString("household_no"),
            JoinedFacts.arrays(row.getString("members"), MEMBERS),
            JoinedFacts.arrays(row.getString("lines"), LINES),
            JoinedFacts.arrays(row.getString("firm"), FIRM),
            JoinedFacts.arrays(row.getString("reduced"), REDUCED).stream()
                .map(JoinedReduced::reduced)
                .toList(),
            JoinedFacts.arrays(row.getString("agreements"), AGREEMENTS));
    return new Keyed<>(
        row.getLong("household_id"),
        0,
        new Household(facts, JoinedFacts.arrays(row.getString("work"), WORK)));
  }

  @Override
  public List<LineDecision> judge(Household household) {
    return JudgeHousehold.judge(household.facts(), book);
  }

  @Override
  public Class<HouseholdRow> rowType() {
    return HouseholdRow.class;
  }

  @Override
  public HouseholdRow row(Household household, List<LineDecision> decisions) {
    return HouseholdRow.of(household.facts(), decisions);
  }

  @Override
  public void post(Connection connection, List<Judged<Household, List<LineDecision>>> judged)
      throws SQLException, IOException {
    DecisionRows rows = new DecisionRows(run.run().id());
    for (Judged<Household, List<LineDecision>> one : judged) {
      rows.add(one.keyed().key1(), one.keyed().facts().work(), one.verdict());
    }
    rows.copy(connection);
  }
}
