package org.caisse.jobs.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The open transactions of whoever executes a run, known to the server by a name that each bears as
 * long as it is open. A process that was only paused, and whose lock was lost with its session,
 * would keep its row locks for as long as it sleeps: whoever takes the run over ends them.
 */
public final class RunSessions {

  /** How long the server may take to end one. */
  private static final long PATIENCE_MS = 10_000;

  private static final String END =
      """
      SELECT count(*) FILTER (WHERE NOT pg_terminate_backend(pid, ?))
      FROM pg_stat_activity
      WHERE datname = current_database() AND starts_with(application_name, ?) AND pid <> pg_backend_pid()
      """;

  private RunSessions() {}

  /**
   * Names the session of a connection after a run and its fence, until the transaction under way
   * ends.
   */
  public static void name(Connection connection, Run run) throws SQLException {
    try (Statement name = connection.createStatement()) {
      name.execute("SET LOCAL application_name = '" + prefix(run) + run.fence() + "'");
    }
  }

  private static String prefix(Run run) {
    return "caisse run " + run.id() + " fence ";
  }

  /**
   * Ends those of a run, under whatever fence: what they had not committed is rolled back before
   * this returns. Only for whoever holds the run's lock and has not begun.
   *
   * @param holder the session that holds the run's lock
   * @throws IllegalStateException when one does not end
   */
  static void end(Connection holder, Run run) throws SQLException {
    try (PreparedStatement end = holder.prepareStatement(END)) {
      end.setLong(1, PATIENCE_MS);
      end.setString(2, prefix(run));
      try (ResultSet left = end.executeQuery()) {
        left.next();
        if (left.getInt(1) > 0) {
          throw new IllegalStateException(
              "%d database sessions of the process that executed run %s before do not end: end that process, then `caisse restart %d`"
                  .formatted(left.getInt(1), run.key().label(), run.id()));
        }
      }
    }
  }
}
