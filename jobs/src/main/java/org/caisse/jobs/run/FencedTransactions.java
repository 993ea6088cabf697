package org.caisse.jobs.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.caisse.domain.run.FailPoint;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The transactions of one run's steps. Just before each commit, in the same transaction, the run's
 * row is locked and its fence compared: a process that was taken for dead cannot commit a late
 * chunk, and whoever takes over finds a commit under way done, or ends it. The same look-up brings
 * the operator's wish to stop.
 */
final class FencedTransactions extends RunTransactions {

  private static final long serialVersionUID = 1L;

  private static final String CHECK =
      "SELECT stop_requested FROM run WHERE run_id = ? AND fence = ? FOR SHARE";

  private final transient Run run;
  private final transient FailPoint failPoint;
  private volatile boolean stopRequested;

  FencedTransactions(DataSource dataSource, Run run, FailPoint failPoint) {
    super(dataSource, run);
    this.run = run;
    this.failPoint = failPoint;
  }

  /** Whether an operator asked for a stop, as of the last commit. */
  boolean stopRequested() {
    return stopRequested;
  }

  @Override
  protected void prepareForCommit(DefaultTransactionStatus status) {
    if (status.isReadOnly() || !status.isNewTransaction()) {
      return;
    }
    failPoint.reached("commit");
    DataSource dataSource = obtainDataSource();
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (PreparedStatement check = connection.prepareStatement(CHECK)) {
      check.setInt(1, run.id());
      check.setInt(2, run.fence());
      try (ResultSet found = check.executeQuery()) {
        if (!found.next()) {
          throw new FencedOutException(run.key().label(), run.fence());
        }
        stopRequested = found.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new TransactionSystemException("cannot check the fence of run " + run.key().label(), e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
