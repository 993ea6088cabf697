package org.caisse.jobs.account;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.pack.Law;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last days on which persons pay in time what they owe themselves: by month and population, for
 * queries that join them. What an employer owes has its due day in the assessment.
 */
public final class OwnDues {

  private final String[] populations;
  private final String[] periods;
  private final String[] days;

  private record Of(String population, LocalDate period) {}

  private OwnDues(List<Of> months, Law law) {
    populations = months.stream().map(Of::population).toArray(String[]::new);
    periods = months.stream().map(month -> month.period().toString()).toArray(String[]::new);
    days =
        months.stream()
            .map(month -> law.due(month.population(), month.period()).toString())
            .toArray(String[]::new);
  }

  /** Those of all months that a run knows. */
  static OwnDues of(RunContext run) {
    return of(run, run.inputArray());
  }

  /** Those of all months that a settlement knew. */
  public static OwnDues ofSettlement(RunContext run, int settlement) {
    return of(
        run,
        run.sql()
            .sql("SELECT input_run_id FROM run_input WHERE run_id = ? ORDER BY input_run_id")
            .param(settlement)
            .query(Integer.class)
            .list()
            .toArray(Integer[]::new));
  }

  private static OwnDues of(RunContext run, Integer[] inputs) {
    List<Of> months =
        run.sql()
            .sql(Sql.of(OwnDues.class, "own-months"))
            .param("inputs", inputs)
            .query(
                (row, n) ->
                    new Of(row.getString("population"), row.getObject("period", LocalDate.class)))
            .list();
    return new OwnDues(months, run.law());
  }

  /**
   * Gives them to a query, as {@code :duePopulations}, {@code :duePeriods} and {@code :dueDays}.
   */
  public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query) {
    return query
        .param("duePopulations", populations)
        .param("duePeriods", periods)
        .param("dueDays", days);
  }
}
