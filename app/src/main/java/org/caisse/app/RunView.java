package org.caisse.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caisse.jobs.document.CsvAndWorkbook;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of runs. */
final class RunView {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final Session session;
  private final JdbcClient sql;

  RunView(Session session) {
    this.session = session;
    this.sql = JdbcClient.create(session.environment().dataSource());
  }

  /**
   * The run that a word means: its number, or its label such as {@code
   * 2026-02/contribution-assessment-1}.
   */
  Run find(String word) {
    RunKey key = RunKey.parse(word);
    if (key != null) {
      return session.runs().find(key).orElseThrow(() -> unknown(word));
    }
    try {
      return session.runs().find(Integer.parseInt(word)).orElseThrow(() -> unknown(word));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "'%s' names no run; a run is its number or its label, as `caisse runs` lists them"
              .formatted(word),
          e);
    }
  }

  /** The run that a word means, or nothing when it means none. */
  Optional<Run> search(String word) {
    RunKey key = RunKey.parse(word);
    if (key != null) {
      return session.runs().find(key);
    }
    return NUMBER.matcher(word).matches()
        ? session.runs().find(Integer.parseInt(word))
        : Optional.empty();
  }

  List<Map<String, Object>> list(boolean openOnly) {
    return sql.sql(query("runs")).param("open", openOnly).query().listOfRows();
  }

  Map<String, Object> head(Run run) {
    return sql.sql(query("run-head")).param("run", run.id()).query().singleRow();
  }

  List<Map<String, Object>> steps(Run run) {
    return sql.sql(query("run-steps")).param("label", run.key().label()).query().listOfRows();
  }

  List<Map<String, Object>> files(Run run) {
    return sql.sql(query("run-files")).param("run", run.id()).query().listOfRows();
  }

  List<Map<String, Object>> inputs(Run run) {
    return sql.sql(query("run-inputs")).param("run", run.id()).query().listOfRows();
  }

  List<Map<String, Object>> outputs(Run run) {
    return sql.sql(query("run-outputs")).param("run", run.id()).query().listOfRows();
  }

  /** What whoever looks for a file should know: which lists have no workbook, and why. */
  List<String> notes(Run run) {
    return sql.sql(query("run-notes"))
        .param("run", run.id())
        .query(
            (row, n) ->
                CsvAndWorkbook.noWorkbook(
                    row.getString("list"), row.getLong("rows"), row.getLong("most")))
        .list();
  }

  List<Map<String, Object>> rejects(Run run) {
    return sql.sql(query("run-rejects")).param("run", run.id()).query().listOfRows();
  }

  private static String query(String name) {
    return Sql.of(RunView.class, name);
  }

  private static UsageException unknown(String word) {
    return new UsageException("there is no run %s; `caisse runs` lists them".formatted(word));
  }
}
