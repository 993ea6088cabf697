package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.caisse.config.workspace.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the embedded server is set up, and how another one is named. */
@Tag("embedded")
class EmbeddedDatabaseTest {

  @TempDir static Path folder;
  private static Workspace workspace;
  private static Database database;
  private static PostgresServer server;

  @BeforeAll
  static void open() {
    workspace = new Workspace(folder.resolve("fund"));
    database = Database.open(workspace, Map.of());
    server = PostgresServer.join(workspace);
  }

  @AfterAll
  static void close() {
    server.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "full_page_writes, on",
    "synchronous_commit, on",
    "data_checksums, on",
    "password_encryption, scram-sha-256",
    "server_encoding, UTF8",
    "TimeZone, UTC",
    "lc_messages, C",
    "jit, off",
    "max_connections, 60",
    "max_wal_size, 4GB",
    "checkpoint_timeout, 15min",
    "application_name, caisse"
  })
  void runsWith(String setting, String value) throws SQLException {
    assertThat(ask(database, "SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void isCalledCaisseInTheEmbeddedServer() throws SQLException {
    assertThat(database.databaseName()).isEqualTo("caisse");
    assertThat(ask(database, "SELECT current_database()")).isEqualTo("caisse");
    assertThat(ask(database, "SHOW server_version_num")).startsWith("18");
  }

  @Test
  void ordersByBytesAndKnowsTheLettersOfFrench() throws SQLException {
    assertThat(
            ask(
                database,
                "SELECT string_agg(x, ' ' ORDER BY x) FROM unnest(ARRAY['é', 'b', 'B', 'a']) x"))
        .isEqualTo("B a b é");
    assertThat(ask(database, "SELECT upper('été')")).isEqualTo("ÉTÉ");
  }

  @Test
  void nobodyCanTurnDurabilityOffWithASetting() throws SQLException {
    try (Connection connection = database.dedicated();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("ALTER SYSTEM SET fsync = off"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("ALTER SYSTEM is not allowed");
    }
  }

  @Test
  void usesTheServerOfTheEnvironment() throws Exception {
    database.createDatabase("outside").close();
    Path password = Files.writeString(folder.resolve("password"), server.password() + "\n");
    Workspace elsewhere = new Workspace(folder.resolve("elsewhere"));

    try (Database external =
            Database.open(elsewhere, outside("CAISSE_DB_PASSWORD", server.password()));
        Database byFile =
            Database.open(elsewhere, outside("CAISSE_DB_PASSWORD_FILE", password.toString()));
        Database third = external.createDatabase("third")) {
      assertThat(external.databaseName()).isEqualTo("outside");
      assertThat(ask(byFile, "SELECT current_database()")).isEqualTo("outside");
      assertThat(ask(third, "SELECT current_database()")).isEqualTo("third");
      assertThat(elsewhere.db().resolve("cluster")).doesNotExist();
    }
  }

  @Test
  void saysWhatIsMissingInTheEnvironment() {
    String url = server.jdbcUrl();
    assertRefused(Map.of("CAISSE_DB_URL", url), "CAISSE_DB_USER");
    assertRefused(
        Map.of("CAISSE_DB_URL", url, "CAISSE_DB_USER", "caisse"), "CAISSE_DB_PASSWORD_FILE");
    assertRefused(outside("CAISSE_DB_PASSWORD_FILE", "/no/such/file"), "/no/such/file");
    assertRefused(outside("CAISSE_DB_PASSWORD", "wrong"), "password authentication failed");
    assertRefused(Map.of("CAISSE_DB_URL", "postgres://host/x"), "jdbc:postgresql://");
  }

  private static Map<String, String> outside(String passwordVariable, String value) {
    return Map.of(
        "CAISSE_DB_URL",
        server.jdbcUrl().replace("/postgres?", "/outside?"),
        "CAISSE_DB_USER",
        "caisse",
        passwordVariable,
        value);
  }

  private static void assertRefused(Map<String, String> env, String message) {
    assertThatThrownBy(() -> Database.open(workspace, env).close())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining(message);
  }

  private static String ask(Database asked, String sql) throws SQLException {
    try (Connection connection = asked.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
