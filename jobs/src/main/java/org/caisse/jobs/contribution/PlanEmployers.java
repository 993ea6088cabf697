package org.caisse.jobs.contribution;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.contribution.Standing;
import org.caisse.domain.contribution.StandingRow;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds, for each employer of the month, the declaration that counts with what completes it, and
 * whether their lines stand as they were assessed when the file was read. Where they do, they are
 * posted by this: one row a declaration, whatever the number of its lines.
 */
final class PlanEmployers implements KeyedWork<StandingFacts, Standing, StandingRow> {

  private static final String QUERY = Sql.of(PlanEmployers.class, "plan-employers");
  private static final String STANDINGS =
      "COPY employer_standing (run_id, employer_id, standing, declaration_id, first_filed,"
          + " terms_key, population, ogd_no, valid_from, valid_to) FROM STDIN (FORMAT BINARY)";
  private static final String POSTINGS =
      "COPY declaration_posting (employer_id, period, rev, base_rev, run_id, declaration_id,"
          + " terms_key, as_read) FROM STDIN (FORMAT BINARY)";

  private final Month month;
  private MergedPersons merged = MergedPersons.NONE;

  PlanEmployers(Month month) {
    this.month = month;
  }

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public List<String> tables() {
    return List.of("employer_standing", "declaration_posting");
  }

  @Override
  public String unit() {
    return "employers";
  }

  @Override
  public long total(JdbcClient sql) {
    return sql.sql("SELECT count(*) FROM employer").query(Long.class).single();
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    merged = MergedPersons.of(sql, month);
    return month.bind(sql.sql(QUERY)).param("after", after1);
  }

  @Override
  public Keyed<StandingFacts> facts(ResultSet row) throws SQLException {
    long id = row.getLong("employer_id");
    String population = row.getString("population");
    EmployerFacts employer =
        new EmployerFacts(
            id,
            row.getString("employer_no"),
            population,
            row.getString("ogd_no"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class));
    List<Long> counting = ids(row, "counting");
    List<Long> added = ids(row, "added");
    long base = counting.isEmpty() ? 0 : counting.getFirst();
    int lastRev = row.getInt("posted_rev");
    Standing.Facts matters =
        new Standing.Facts(
            base != 0,
            added.size(),
            row.getString("read_under"),
            row.getBoolean("gap") || merged.touch(id, counting),
            lastRev != 0,
            base == row.getLong("posted_id") && !row.getBoolean("lost"),
            row.getBoolean("posted_as_read"),
            row.getString("posted_under"),
            merged.terms(month.termsKey(population), id, counting));
    return new Keyed<>(
        id,
        0,
        new StandingFacts(
            employer,
            row.getObject("first_filed", LocalDate.class),
            counting,
            added,
            new StandingFacts.Posted(lastRev, row.getInt("posted_base_rev")),
            matters));
  }

  private static List<Long> ids(ResultSet row, String column) throws SQLException {
    return List.of((Long[]) row.getArray(column).getArray());
  }

  @Override
  public Standing judge(StandingFacts facts) {
    return Standing.of(facts.matters());
  }

  @Override
  public Class<StandingRow> rowType() {
    return StandingRow.class;
  }

  @Override
  public StandingRow row(StandingFacts facts, Standing verdict) {
    return StandingRow.of(
        facts.employer().employerNo(),
        Math.max(0, facts.counting().size() - 1),
        facts.matters(),
        verdict);
  }

  @Override
  public void post(Connection connection, List<Judged<StandingFacts, Standing>> judged)
      throws SQLException, IOException {
    try (BinaryCopy copy = BinaryCopy.open(connection, STANDINGS)) {
      for (Judged<StandingFacts, Standing> one : judged) {
        standing(copy, one.keyed().facts(), one.verdict());
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, POSTINGS)) {
      for (Judged<StandingFacts, Standing> one : judged) {
        postings(copy, one.keyed().facts(), one.verdict());
      }
      copy.finish();
    }
  }

  private void standing(BinaryCopy copy, StandingFacts facts, Standing standing)
      throws SQLException {
    copy.row(10);
    copy.int4(month.run().run().id());
    copy.int8(facts.employer().employerId());
    copy.text(standing.name());
    id(copy, facts.declarationId());
    date(copy, facts.firstFiled());
    copy.text(facts.matters().terms());
    copy.text(facts.employer().population());
    copy.text(facts.employer().ogd());
    copy.date(facts.employer().validFrom());
    date(copy, facts.employer().validTo());
  }

  private void postings(BinaryCopy copy, StandingFacts facts, Standing standing)
      throws SQLException {
    int next = facts.posted().lastRev() + 1;
    switch (standing) {
      case ABSENT, UNCHANGED -> {
        return;
      }
      case AS_READ -> postings(copy, facts, facts.counting(), next, true);
      case COMPLETED -> postings(copy, facts, facts.added(), facts.posted().baseRev(), true);
      case ANEW -> {
        if (facts.counting().isEmpty()) {
          posting(copy, facts, 0, next, next, false);
        } else {
          postings(copy, facts, facts.counting(), next, false);
        }
      }
    }
  }

  private void postings(
      BinaryCopy copy, StandingFacts facts, List<Long> declarations, int baseRev, boolean asRead)
      throws SQLException {
    int rev = facts.posted().lastRev();
    for (long declaration : declarations) {
      posting(copy, facts, declaration, ++rev, baseRev, asRead);
    }
  }

  private void posting(
      BinaryCopy copy, StandingFacts facts, long declaration, int rev, int baseRev, boolean asRead)
      throws SQLException {
    copy.row(8);
    copy.int8(facts.employer().employerId());
    copy.date(month.start());
    copy.int4(rev);
    copy.int4(baseRev);
    copy.int4(month.run().run().id());
    id(copy, declaration);
    copy.text(facts.matters().terms());
    copy.bool(asRead);
  }

  private static void id(BinaryCopy copy, long id) throws SQLException {
    if (id == 0) {
      copy.nul();
    } else {
      copy.int8(id);
    }
  }

  private static void date(BinaryCopy copy, LocalDate date) throws SQLException {
    if (date == null) {
      copy.nul();
    } else {
      copy.date(date);
    }
  }
}
