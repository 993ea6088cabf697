package org.caisse.jobs.entitlement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.right.FamilyRow;
import org.caisse.domain.right.RightTerms;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works out the rights of dependants from those of the heads, and posts what differs. */
final class JudgeFamilies implements KeyedWork<FamilyRow, FamilyRow, FamilyRow> {

  private static final String NUMBERS = Sql.of(JudgeFamilies.class, "number-persons");

  private final RunContext run;
  private final RightTerms terms;

  JudgeFamilies(RunContext run) {
    this.run = run;
    this.terms = new RightTerms(run.law());
  }

  @Override
  public String name() {
    return "families";
  }

  @Override
  public String unit() {
    return "families";
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
    return JoinedRights.families(sql, RightsBefore.asked(run, after1));
  }

  @Override
  public Keyed<FamilyRow> facts(ResultSet row) throws SQLException {
    return new Keyed<>(row.getLong("person_id"), 0, JoinedRights.family(row));
  }

  @Override
  public FamilyRow judge(FamilyRow facts) {
    return facts.judged(terms);
  }

  @Override
  public Class<FamilyRow> rowType() {
    return FamilyRow.class;
  }

  @Override
  public FamilyRow row(FamilyRow facts, FamilyRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<FamilyRow, FamilyRow>> judged)
      throws SQLException {
    Map<String, Long> ids = ids(judged);
    try (RightRows rows = new RightRows(connection, run.run().id())) {
      for (Judged<FamilyRow, FamilyRow> one : judged) {
        for (FamilyRow.Member change : one.verdict().changes()) {
          rows.add(ids.get(change.personNo()), one.keyed().key1(), change.right());
        }
      }
      rows.finish();
    }
  }

  private Map<String, Long> ids(List<Judged<FamilyRow, FamilyRow>> judged) {
    String[] numbers =
        judged.stream()
            .flatMap(one -> one.verdict().changes().stream())
            .map(FamilyRow.Member::personNo)
            .distinct()
            .toArray(String[]::new);
    Map<String, Long> ids = new HashMap<>();
    run.sql()
        .sql(NUMBERS)
        .param("numbers", numbers)
        .query(
            row -> {
              ids.put(row.getString("person_no"), row.getLong("person_id"));
            });
    return ids;
  }
}
