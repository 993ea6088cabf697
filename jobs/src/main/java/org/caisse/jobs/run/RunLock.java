package org.caisse.jobs.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to execute a run: a session-level advisory lock on a connection of its own. It dies
 * with the process that holds it, so having it proves that no other process executes the run,
 * however that one ended.
 */
final class RunLock implements AutoCloseable {

  /** First half of the key, so that run locks meet no other advisory lock. */
  private static final int RUNS = 0x0CA155E;

  private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);

  private final Connection connection;
  private final int runId;

  private RunLock(Connection connection, int runId) {
    this.connection = connection;
    this.runId = runId;
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
    return acquired ? new RunLock(connection, runId) : null;
  }

  /** The session that holds it. */
  Connection session() {
    return connection;
  }

  /**
   * Gives it back. A session that is only closed may keep the lock for a while: its server process
   * notices the end later than whoever asks next.
   */
  @Override
  public void close() throws SQLException {
    try (connection;
        PreparedStatement unlock = connection.prepareStatement("SELECT pg_advisory_unlock(?, ?)")) {
      unlock.setInt(1, RUNS);
      unlock.setInt(2, runId);
      unlock.execute();
    } catch (SQLException e) {
      LOG.debug("the session of the lock of run {} is lost, and the lock with it", runId, e);
    }
  }
}
