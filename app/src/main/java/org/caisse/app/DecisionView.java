package org.caisse.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people decided, for people. */
final class DecisionView {

  private final JdbcClient sql;

  DecisionView(Session session) {
    this.sql = JdbcClient.create(session.environment().dataSource());
  }

  /** All decisions, the last first. */
  List<Map<String, Object>> all() {
    return sql.sql(Sql.of(DecisionView.class, "decisions")).query().listOfRows();
  }

  /** All decisions on two numbers of the registry, the last first. */
  List<Map<String, Object>> ofPersons() {
    return sql.sql(Sql.of(DecisionView.class, "decisions-on-persons")).query().listOfRows();
  }

  /** What follows from the decision that a run kept. */
  Optional<String> ofRun(int runId) {
    return sql.sql(Sql.of(DecisionView.class, "decision-of-run"))
        .param("run", runId)
        .query(
            (row, n) -> {
              int number = row.getInt("decision_no");
              return switch (row.getString("stands")) {
                case "PROPOSED" ->
                    "Decision %d is proposed; another person approves it with `caisse approve %d`."
                        .formatted(number, number);
                case "APPROVED" ->
                    "Decision %d is approved; `caisse run account-settlement` takes it into account."
                        .formatted(number);
                case "PLANNED" ->
                    "Decision %d is approved: while the plan is kept, `caisse run collection-follow-up` sends no letters for its months."
                        .formatted(number);
                case "SERVED" ->
                    "Decision %d counts: the delay to pay runs; `caisse run collection-follow-up` says when it has passed."
                        .formatted(number);
                case "CLOSED" -> "Decision %d is approved: the period is closed.".formatted(number);
                default ->
                    "Decision %d counts; `caisse run account-settlement` takes it into account."
                        .formatted(number);
              };
            })
        .optional();
  }
}
