package org.caisse.config.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.workspace.Workspace;

/**
 * A database server that ended, restarts, or cannot be reached any more while somebody works with
 * it, told for people: which one, where its log is.
 */
public final class LostServer {

  /** Class of SQLSTATE of a connection that failed. */
  private static final String CONNECTION_EXCEPTION = "08";

  /** Ended by an administrator, by a crash of another session, or not ready to talk. */
  private static final Set<String> GOING_OR_COMING = Set.of("57P01", "57P02", "57P03");

  private LostServer() {}

  /**
   * What to tell about a failure that such a loss caused.
   *
   * @param environment the variables with which the database was opened
   * @return nothing when the failure has another cause
   */
  public static Optional<String> explain(
      Throwable failure, Workspace workspace, Map<String, String> environment) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && lost(sql)) {
        return Optional.of(text(sql, workspace, environment));
      }
    }
    return Optional.empty();
  }

  private static boolean lost(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return state.startsWith(CONNECTION_EXCEPTION)
        || GOING_OR_COMING.contains(state)
        || failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException;
  }

  private static String text(
      SQLException failure, Workspace workspace, Map<String, String> environment) {
    String said = failure.getMessage() == null ? "" : failure.getMessage().strip();
    if (Database.external(environment)) {
      return "the database server at %s no longer answers (%s): look at its log; Caisse needs it running"
          .formatted(environment.get(Database.URL_VARIABLE), said);
    }
    Path log = workspace.db().resolve(ServerProcess.LOG_FILE);
    return "the database server of %s ended (%s): its log is %s; the next command starts it again"
        .formatted(workspace.home(), said, log);
  }
}
