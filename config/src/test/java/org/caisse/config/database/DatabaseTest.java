package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Caisse asks of a database, on whichever server the tests work. Alone, for it changes
 * settings of the whole server.
 */
@Isolated
class DatabaseTest {

  @TempDir static Path folder;
  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(new Workspace(folder), TestServer.environment(folder));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void ordersByBytes() throws SQLException {
    assertThat(
            ask(
                database,
                "SELECT string_agg(x, ' ' ORDER BY x) FROM unnest(ARRAY['é', 'b', 'B', 'a']) x"))
        .isEqualTo("B a b é");
  }

  @Test
  void aDedicatedConnectionKeepsASessionLockBesideThePool() throws SQLException {
    try (Connection holder = database.dedicated();
        Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(7)");
      assertThat(ask(database, "SELECT pg_try_advisory_lock(7)")).isEqualTo("f");
      assertThat(holder.getAutoCommit()).isTrue();
    }
  }

  @Test
  void oneServerHoldsManyDatabases() throws SQLException {
    try (Database one = database.createDatabase("one");
        Database other = database.createDatabase("other")) {
      ask(one, "CREATE TABLE t AS SELECT 1; SELECT 1");
      assertThat(ask(other, "SELECT to_regclass('t') IS NULL")).isEqualTo("t");
      try (Database again = other.forDatabase("one")) {
        assertThat(ask(again, "SELECT to_regclass('t') IS NULL")).isEqualTo("f");
      }
    }
    assertThatThrownBy(() -> database.createDatabase("one"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("already exists");
    assertThatThrownBy(() -> database.createDatabase("x; DROP DATABASE caisse"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("lower-case letters");
    assertThatThrownBy(() -> database.forDatabase("nowhere"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("\"nowhere\" does not exist");
  }

  @Test
  void refusesADatabaseThatOrdersByAlphabet() throws SQLException {
    ask(
        database,
        "CREATE DATABASE alphabet TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr'");

    assertThatThrownBy(() -> database.forDatabase("alphabet"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("does not order text by its bytes")
        .hasMessageContaining("LOCALE 'C'");
  }

  @Test
  void refusesADatabaseThatIsNotUnicode() throws SQLException {
    ask(
        database,
        "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE"
            + " 'C'");

    assertThatThrownBy(() -> database.forDatabase("latin"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("LATIN1");
  }

  @Test
  void refusesADatabaseThatMayLoseCommits() throws SQLException {
    ask(database, "CREATE DATABASE hasty TEMPLATE template0");
    ask(database, "ALTER DATABASE hasty SET synchronous_commit = off");

    assertThatThrownBy(() -> database.forDatabase("hasty"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("synchronous_commit = off")
        .hasMessageContaining("set it to on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes"})
  @EnabledIfSystemProperty(
      named = TestServer.SWITCH,
      matches = "container",
      disabledReason = "the embedded server does not let anybody turn these off")
  void refusesAServerThatMayLoseCommits(String setting) throws Exception {
    String own = database.databaseName();
    turn("ALTER SYSTEM SET " + setting + " = off", setting, "off");
    try {
      assertThatThrownBy(() -> database.forDatabase(own))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining(setting + " = off")
          .hasMessageContaining("set it to on");
    } finally {
      turn("ALTER SYSTEM RESET " + setting, setting, "on");
    }
    database.forDatabase(own).close();
  }

  /** Changes a setting of the server and waits until new sessions see it. */
  private static void turn(String change, String setting, String value) throws Exception {
    ask(database, change);
    ask(database, "SELECT pg_reload_conf()");
    while (!ask(database, "SHOW " + setting).equals(value)) {
      Thread.sleep(10);
    }
  }

  private static String ask(Database asked, String sql) throws SQLException {
    try (Connection connection = asked.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows && statement.getUpdateCount() >= 0) {
        rows = statement.getMoreResults();
      }
      if (!rows) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
