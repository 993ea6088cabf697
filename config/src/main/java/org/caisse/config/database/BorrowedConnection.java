package org.caisse.config.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * What a borrower of the one connection sees: a connection of its own. Its transaction is a
 * savepoint, made when it is first used, released by commit and gone back to by rollback. A
 * read-only one needs none: what it does leaves nothing to take back, and others may commit while
 * it reads. Closing gives it back.
 */
final class BorrowedConnection implements InvocationHandler {

  private final Connection physical;
  private boolean autoCommit = true;
  private boolean readOnly;
  private boolean closed;
  private Savepoint savepoint;

  BorrowedConnection(Connection physical) {
    this.physical = physical;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "close" -> {
        close();
        yield null;
      }
      case "isClosed" -> closed || physical.isClosed();
      case "getAutoCommit" -> autoCommit;
      case "setAutoCommit" -> {
        setAutoCommit((Boolean) arguments[0]);
        yield null;
      }
      case "isReadOnly" -> readOnly;
      case "setReadOnly" -> {
        readOnly = (Boolean) arguments[0];
        yield null;
      }
      case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
      // The level is that of the whole; a cursor sees what was there when it was opened.
      case "setTransactionIsolation" -> null;
      case "commit" -> {
        end(true);
        yield null;
      }
      case "rollback" -> {
        end(false);
        yield null;
      }
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> "borrowed " + physical;
      default -> {
        begin();
        Object result = call(physical, method, arguments);
        yield result instanceof Statement statement
            ? ofBorrower(statement, method.getReturnType(), proxy)
            : result;
      }
    };
  }

  /** A statement whose connection is the borrower's: who closes that must not close the one. */
  private static Object ofBorrower(Statement statement, Class<?> type, Object borrowed) {
    return Proxy.newProxyInstance(
        BorrowedConnection.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getConnection" -> borrowed;
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> call(statement, method, arguments);
            });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void setAutoCommit(boolean wanted) throws SQLException {
    if (wanted && !autoCommit) {
      end(true);
    }
    autoCommit = wanted;
  }

  private void begin() throws SQLException {
    if (closed) {
      throw new SQLException("this connection was given back");
    }
    if (!autoCommit && !readOnly && savepoint == null) {
      savepoint = physical.setSavepoint();
    }
  }

  private void end(boolean keep) throws SQLException {
    if (savepoint == null) {
      return;
    }
    Savepoint ended = savepoint;
    savepoint = null;
    if (!keep) {
      physical.rollback(ended);
    }
    physical.releaseSavepoint(ended);
  }

  private void close() throws SQLException {
    if (!closed) {
      end(false);
      closed = true;
    }
  }
}
