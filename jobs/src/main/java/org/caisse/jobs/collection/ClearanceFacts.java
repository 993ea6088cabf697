package org.caisse.jobs.collection;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.collection.Clearance;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a clearance certificate asks besides debts. */
final class ClearanceFacts {

  private ClearanceFacts() {}

  /** Months that are due and were not declared. */
  static List<Clearance.Undeclared> undeclared(
      JdbcClient sql, int settlement, long employer, LocalDate day) {
    return sql.sql(Sql.of(ClearanceFacts.class, "undeclared"))
        .param("settlement", settlement)
        .param("employer", employer)
        .param("day", day)
        .query(
            (row, n) ->
                new Clearance.Undeclared(
                    row.getObject("period", LocalDate.class),
                    row.getObject("due", LocalDate.class)))
        .list();
  }
}
