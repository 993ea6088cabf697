package org.caisse.config.database;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A database in which everything happens within one transaction, which is taken back at the end:
 * what is read is what was written, and nothing of it stays, however the process ends. Every
 * connection that it hands out is the same one; a transaction on it is a savepoint. For one thread,
 * whose transactions are nested: the one that began last ends first.
 */
public final class OneTransaction implements DataSource, AutoCloseable {

  private static final int ANSWER_SECONDS = 5;

  private final Connection physical;

  /**
   * Begins the transaction.
   *
   * @param physical unpooled; closed with this
   */
  public OneTransaction(Connection physical) throws SQLException {
    this.physical = physical;
    physical.setAutoCommit(false);
  }

  /** Whether the server ended it, or does not answer. */
  public boolean isLost() {
    try {
      return !physical.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public Connection getConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            OneTransaction.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new BorrowedConnection(physical));
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("there is one connection, of one user");
  }

  /** Takes everything back. */
  @Override
  public void close() throws SQLException {
    try (Connection closing = physical) {
      if (!closing.isClosed()) {
        closing.rollback();
      }
    }
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("nothing is logged here");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("the connection is there already");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("nothing is logged here");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("this is no " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
