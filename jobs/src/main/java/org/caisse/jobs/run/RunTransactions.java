package org.caisse.jobs.run;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions whose sessions carry the name of a run as long as they are open, and no longer: what
 * a process holds back from the one that takes the run over is found by it, and nothing else is.
 */
class RunTransactions extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  private final transient Run run;

  RunTransactions(DataSource dataSource, Run run) {
    super(dataSource);
    this.run = run;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    ConnectionHolder holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    try {
      RunSessions.name(holder.getConnection(), run);
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException(
          "no transaction for run " + run.key().label() + ": the database does not answer", e);
    }
  }
}
