package org.caisse.jobs.expected;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.expected.SilentRow;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.DueTerms;
import org.caisse.jobs.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The month that a run controls, with what the law says of it. */
final class ControlledMonth {

  private final RunContext run;
  private final LocalDate start;
  private final Map<String, Optional<ContributionTerms>> terms = new HashMap<>();
  private final Map<String, Optional<LocalDate>> due = new HashMap<>();

  ControlledMonth(RunContext run) {
    this.run = run;
    this.start = YearMonth.parse(run.run().key().scope()).atDay(1);
  }

  RunContext run() {
    return run;
  }

  LocalDate start() {
    return start;
  }

  int days() {
    return start.lengthOfMonth();
  }

  /** The terms of a population for the month, or null when it owes nothing. */
  ContributionTerms terms(String population) {
    return terms.computeIfAbsent(population, p -> run.law().contribution(p, start)).orElse(null);
  }

  /** The last of the days on which a declaration may be in time; null when nothing is owed. */
  LocalDate due(String population) {
    return due.computeIfAbsent(
            population,
            p ->
                terms(p) == null
                    ? Optional.empty()
                    : Optional.of(run.law().declarations(p, start).due(DueTerms.UNKNOWN)))
        .orElse(null);
  }

  boolean isOverdue(String population) {
    return SilentRow.isOverdue(due(population), run.run().businessDate());
  }

  /** Gives a query the parameters that all queries of a control share. */
  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query) {
    return query
        .param("run", run.run().id())
        .param("period", start)
        .param("next", start.plusMonths(1))
        .param("before", start.minusMonths(1))
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray());
  }
}
