package org.caisse.jobs.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The right to execute a run: a session-level advisory lock on a connection of its own. It dies
 * with the process that holds it, so having it proves that no other process executes the run,
 * however that one ended.
 */
final class RunLock implements AutoCloseable {

  /** First half of the key, so that run locks meet no other advisory lock. */
  private static final int RUNS = 0x0CA155E;

  private final Connection connection;

  private RunLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes the lock, or closes the connection and returns null when somebody has it.
   *
   * @param connection unpooled; owned by the lock from here on
   */
  static RunLock tryAcquire(Connection connection, int runId) throws SQLException {
    boolean acquired = false;
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
      lock.setInt(1, RUNS);
      lock.setInt(2, runId);
      try (ResultSet result = lock.executeQuery()) {
        result.next();
        acquired = result.getBoolean(1);
      }
    } finally {
      if (!acquired) {
        connection.close();
      }
    }
    return acquired ? new RunLock(connection) : null;
  }

  /** The session that holds it. */
  Connection session() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
