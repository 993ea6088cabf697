package org.caisse.jobs.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.caisse.config.database.Database;
import org.caisse.config.database.OneTransaction;
import org.caisse.config.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that leave nothing: all that they do in the database is one transaction that is taken back,
 * and their files go to a folder of their own. See ADR 17.
 */
public final class DryRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);

  private final Workspace workspace;
  private final OneTransaction transaction;

  private DryRun(Workspace workspace, OneTransaction transaction) {
    this.workspace = workspace;
    this.transaction = transaction;
  }

  /**
   * Begins.
   *
   * @param workspace that of dry runs
   * @throws BusyException when a run is under way, dry or not
   */
  public static DryRun begin(Workspace workspace, Database database) {
    try {
      Connection session = database.dedicated();
      try {
        if (!WorkLock.alone(session)) {
          throw new BusyException(
              "a run is under way, or another dry run: what it does would change what this one"
                  + " says; `caisse runs --open` lists runs, ask again when it has ended");
        }
        noticeKills(session);
        OneTransaction transaction = new OneTransaction(session);
        planWithoutStatistics(session);
        WorkFolders.delete(workspace.scratch());
        return new DryRun(workspace, transaction);
      } catch (SQLException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a dry run cannot begin", e);
    }
  }

  /** When this process is killed the server is to notice, also in the middle of a long query. */
  private static void noticeKills(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("SET client_connection_check_interval = '2s'");
    } catch (SQLException e) {
      // Not on every system; there it notices at the end of the query.
      LOG.debug("no check of the connection during queries", e);
    }
  }

  /**
   * Statistics would outlive the transaction; without them the server must not look rows up one by
   * one.
   */
  private static void planWithoutStatistics(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("SET LOCAL enable_nestloop = off");
    }
  }

  /** Connections of the one transaction. */
  DataSource dataSource() {
    return transaction;
  }

  /** Whether somebody who came to change the books ended it. */
  boolean isEnded() {
    return transaction.isLost();
  }

  /** Takes everything back; documents stay in their folder. */
  @Override
  public void close() {
    try {
      transaction.close();
      WorkFolders.delete(workspace.scratch());
    } catch (SQLException e) {
      throw new IllegalStateException("a dry run cannot be taken back: end this process", e);
    }
  }
}
