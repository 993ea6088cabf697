package org.caisse.jobs.control;

import java.util.List;
import java.util.stream.Stream;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The invariants, as queries that return what breaks them. Each row is the rule, the place, and
 * what was found.
 */
public final class Control {

  private static final int MOST = 20;

  private Control() {}

  /** What a run breaks. */
  public static List<Violation> ofRun(JdbcClient sql, String control, int runId) {
    return violations(sql.sql(Sql.of(Control.class, control)).param("run", runId));
  }

  /** What the whole database breaks. */
  public static List<Violation> ofEverything(JdbcClient sql) {
    return violations(sql.sql(Sql.of(Control.class, "everything")));
  }

  private static List<Violation> violations(JdbcClient.StatementSpec query) {
    try (Stream<Violation> found =
        query
            .query((row, n) -> new Violation(row.getString(1), row.getString(2), row.getString(3)))
            .stream()) {
      return found.limit(MOST).toList();
    }
  }
}
