package org.caisse.jobs.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps dry runs apart from everything that changes the books: whoever does that holds this lock
 * together with others who do, a dry run has it alone. A dry run that would have to wait does not
 * begin; one that is under way when somebody comes to change the books is ended, and leaves
 * nothing. So nobody ever waits for a dry run, or fails because of one.
 */
final class WorkLock implements AutoCloseable {

  /** The key, so that it meets no other advisory lock. */
  private static final int WORK = 0x0CA155F;

  private static final Logger LOG = LoggerFactory.getLogger(WorkLock.class);

  private static final int ATTEMPTS = 5;

  /** How long the server may take to end a dry run. */
  private static final long PATIENCE_MS = 10_000;

  private static final String END_DRY_RUN =
      """
      SELECT count(*) FILTER (WHERE NOT pg_terminate_backend(pid, ?))
      FROM pg_locks
      WHERE locktype = 'advisory' AND classid = ? AND objid = 0 AND objsubid = 2 AND mode = 'ExclusiveLock' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  private final Connection session;

  private WorkLock(Connection session) {
    this.session = session;
  }

  /**
   * Takes it together with others; a dry run under way is ended.
   *
   * @param session unpooled; owned by the lock from here on
   */
  static WorkLock shared(Connection session) throws SQLException {
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (taken(session, "pg_try_advisory_lock_shared")) {
          return new WorkLock(session);
        }
        endDryRun(session);
      }
      throw new IllegalStateException(
          "one dry run after the other is begun: wait until nobody asks for any");
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Takes it alone, for as long as the session lives; whether it could be had. */
  static boolean alone(Connection session) throws SQLException {
    return taken(session, "pg_try_advisory_lock");
  }

  private static boolean taken(Connection session, String function) throws SQLException {
    try (PreparedStatement lock = session.prepareStatement("SELECT " + function + "(?, 0)")) {
      lock.setInt(1, WORK);
      try (ResultSet result = lock.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  private static void endDryRun(Connection session) throws SQLException {
    try (PreparedStatement end = session.prepareStatement(END_DRY_RUN)) {
      end.setLong(1, PATIENCE_MS);
      end.setInt(2, WORK);
      try (ResultSet left = end.executeQuery()) {
        left.next();
        if (left.getInt(1) > 0) {
          throw new IllegalStateException(
              "a dry run is under way and does not end: end its process, then ask again");
        }
      }
    }
  }

  /** Gives it back at once, not only when the server notices that the session ended. */
  @Override
  public void close() throws SQLException {
    try (session;
        PreparedStatement unlock =
            session.prepareStatement("SELECT pg_advisory_unlock_shared(?, 0)")) {
      unlock.setInt(1, WORK);
      unlock.execute();
    } catch (SQLException e) {
      LOG.debug("the session of the lock is lost, and the lock with it", e);
    }
  }
}
