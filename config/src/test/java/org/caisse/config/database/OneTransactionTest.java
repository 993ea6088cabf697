package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Borrowers of one connection work as if each had its own, and nothing stays. */
class OneTransactionTest {

  @TempDir static Path folder;
  private static Database database;

  private OneTransaction all;

  @BeforeAll
  static void open() throws SQLException {
    database = Database.open(new Workspace(folder), TestServer.environment(folder));
    try (Connection connection = database.dedicated()) {
      execute(connection, "CREATE TABLE seen (n integer PRIMARY KEY)");
      execute(connection, "INSERT INTO seen VALUES (0)");
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    all = new OneTransaction(database.dedicated());
  }

  @AfterEach
  void end() throws SQLException {
    all.close();
    try (Connection connection = database.dedicated()) {
      assertThat(ask(connection)).as("after it was taken back").isEqualTo("0");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT string_agg(n::text, ' ' ORDER BY n) FROM seen")) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection inTransaction(OneTransaction all) throws SQLException {
    Connection connection = all.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  @Test
  void whatIsCommittedIsSeenByTheNextAndWhatIsRolledBackIsNot() throws SQLException {
    try (Connection one = inTransaction(all)) {
      execute(one, "INSERT INTO seen VALUES (1)");
      one.commit();
      execute(one, "INSERT INTO seen VALUES (2)");
      one.rollback();
      execute(one, "INSERT INTO seen VALUES (3)");
    }
    try (Connection other = all.getConnection()) {
      assertThat(ask(other))
          .as("what was not committed is gone with its borrower")
          .isEqualTo("0 1");
      execute(other, "INSERT INTO seen VALUES (4)");
      assertThat(ask(other)).isEqualTo("0 1 4");
    }
  }

  @Test
  void aFailureCostsTheTransactionInWhichItHappenedOnly() throws SQLException {
    try (Connection one = inTransaction(all)) {
      execute(one, "INSERT INTO seen VALUES (1)");
      one.commit();
      execute(one, "INSERT INTO seen VALUES (2)");
      assertThatThrownBy(() -> execute(one, "INSERT INTO seen VALUES (1)"))
          .isInstanceOf(SQLException.class);
      one.rollback();
      assertThat(ask(one)).isEqualTo("0 1");
    }
  }

  @Test
  void aTransactionWithinAnotherFallsWithIt() throws SQLException {
    try (Connection outer = inTransaction(all)) {
      execute(outer, "INSERT INTO seen VALUES (1)");
      try (Connection inner = inTransaction(all)) {
        execute(inner, "INSERT INTO seen VALUES (2)");
        inner.commit();
      }
      assertThat(ask(outer)).isEqualTo("0 1 2");
      outer.rollback();
      assertThat(ask(outer)).isEqualTo("0");
    }
  }

  @Test
  void whoReadsSeesWhatWasThereWhileOthersCommitAndTakesNothingBack() throws SQLException {
    try (Connection reader = inTransaction(all)) {
      reader.setReadOnly(true);
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = reader.createStatement()) {
        statement.setFetchSize(1);
        try (ResultSet rows =
            statement.executeQuery("SELECT n FROM seen UNION ALL SELECT 90 UNION ALL SELECT 91")) {
          assertThat(rows.next()).isTrue();
          try (Connection writer = inTransaction(all)) {
            execute(writer, "INSERT INTO seen VALUES (1)");
            writer.commit();
          }
          assertThat(rows.next()).isTrue();
          assertThat(rows.getInt(1)).isEqualTo(90);
          assertThat(rows.next()).isTrue();
          assertThat(rows.next()).isFalse();
        }
      }
      reader.rollback();
    }
    try (Connection other = all.getConnection()) {
      assertThat(ask(other)).isEqualTo("0 1");
    }
  }

  @Test
  void copyWorksOnWhatIsBehindIt() throws SQLException, IOException {
    try (Connection one = inTransaction(all)) {
      one.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY seen FROM STDIN",
              new ByteArrayInputStream("7\n8\n".getBytes(StandardCharsets.UTF_8)));
      one.rollback();
      assertThat(ask(one)).isEqualTo("0");
    }
  }

  @Test
  void theConnectionOfAStatementIsTheBorrowers() throws SQLException {
    Connection one = all.getConnection();
    try (Statement statement = one.createStatement()) {
      assertThat(statement.getConnection()).isEqualTo(one);
      statement.getConnection().close();
    }
    assertThat(one.isClosed()).isTrue();
    assertThatThrownBy(one::createStatement).hasMessageContaining("was given back");
    assertThat(all.isLost()).isFalse();
    try (Connection other = all.getConnection()) {
      assertThat(ask(other)).isEqualTo("0");
    }
  }

  @Test
  void whenTheServerEndsItThatIsKnown() throws SQLException {
    String pid;
    try (Connection one = all.getConnection();
        Statement statement = one.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      pid = row.getString(1);
    }
    try (Connection other = database.dedicated()) {
      execute(other, "SELECT pg_terminate_backend(" + pid + ", 5000)");
    }
    assertThat(all.isLost()).isTrue();
  }
}
