package org.caisse.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever gives a lock back, gives it back at once. */
class RunLockTest {

  private static final int RUN = 7;

  @TempDir private Path home;

  @Test
  void itIsFreeBeforeTheServerNoticesThatTheSessionEnded() throws SQLException {
    try (Database database = Database.open(new Workspace(home), TestServer.environment(home));
        Connection session = database.dedicated()) {
      RunLock lock = RunLock.tryAcquire(outliving(session), RUN);
      assertThat(lock).isNotNull();
      assertThat(RunLock.tryAcquire(database.dedicated(), RUN)).isNull();
      lock.close();
      try (RunLock next = RunLock.tryAcquire(database.dedicated(), RUN)) {
        assertThat(next).isNotNull();
      }
      WorkLock.shared(outliving(session)).close();
      try (Connection dryRun = database.dedicated()) {
        assertThat(WorkLock.alone(dryRun)).isTrue();
      }
    }
  }

  @Test
  void aLockWhoseSessionIsLostIsClosedWithoutAnError() throws SQLException {
    try (Database database = Database.open(new Workspace(home), TestServer.environment(home))) {
      Connection session = database.dedicated();
      RunLock lock = RunLock.tryAcquire(session, RUN);
      session.close();
      lock.close();
      try (RunLock next = RunLock.tryAcquire(database.dedicated(), RUN)) {
        assertThat(next).isNotNull();
      }
    }
  }

  /** A session that the server goes on with when the client closes it, as it does for a while. */
  private static Connection outliving(Connection session) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(session, arguments));
  }
}
