package org.caisse.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened in a month, as a table, and where the files are. */
final class MonthSummary {

  private final Session session;
  private final YearMonth month;

  MonthSummary(Session session, YearMonth month) {
    this.session = session;
    this.month = month;
  }

  /** Care invoiced for the month by who pays it, when any is. */
  private void care(PrintWriter out, JdbcClient sql, Amounts amounts) {
    List<Map<String, Object>> rows =
        sql.sql(Sql.of(MonthSummary.class, "month-care"))
            .param("from", month.atDay(1))
            .query()
            .listOfRows();
    if (rows.isEmpty()) {
      return;
    }
    out.printf("%nCare decided on from %s on, as it stands%n", month.atDay(1));
    for (Map<String, Object> row : rows) {
      row.put("amount", amounts.number(((Number) row.get("amount")).longValue()));
    }
    TextTable.print(out, rows);
  }

  void print(PrintWriter out) {
    Amounts amounts =
        new Amounts(
            session.environment().settings().language(),
            session.environment().law().pack().currency());
    JdbcClient sql = JdbcClient.create(session.environment().dataSource());
    out.printf("%nContributions of %s, as they stand%n", month);
    List<Map<String, Object>> rows =
        sql.sql(Sql.of(MonthSummary.class, "month-summary"))
            .param("period", month.atDay(1))
            .query()
            .listOfRows();
    for (Map<String, Object> row : rows) {
      Map<String, Object> shown = new LinkedHashMap<>(row);
      for (String amount : List.of("employer", "insured", "state", "surcharge", "total")) {
        shown.put(amount, amounts.number(((Number) row.get(amount)).longValue()));
      }
      row.clear();
      row.putAll(shown);
    }
    if (!rows.isEmpty()) {
      TextTable.print(out, rows);
    }
    care(out, sql, amounts);
    Path outbox = session.environment().workspace().outbox();
    out.printf("%nFiles%n");
    for (Run run : session.runs().all().reversed()) {
      if (run.status() == Run.Status.COMPLETED) {
        out.printf("   %-46s %s%n", run.key().label(), outbox.resolve(run.key().label()));
      }
    }
    session
        .runs()
        .last(ContributionAssessment.NAME, month.toString())
        .ifPresent(
            last ->
                out.printf(
                    "%nNext: caisse show %d · caisse replay %d · caisse verify%n",
                    last.id(), last.id()));
    out.flush();
  }
}
