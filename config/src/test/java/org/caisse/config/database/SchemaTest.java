package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SchemaTest {

  private static final String FOLDER = "org/caisse/config/database/";

  @TempDir static Path folder;
  private static Database server;

  @BeforeAll
  static void open() {
    server = Database.open(new Workspace(folder), TestServer.environment(folder));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void appliesWhatIsMissingAndSeesWithoutFlywayThatNothingIs() throws SQLException {
    try (Database database = server.createDatabase("plain")) {
      assertThat(schema(database, "first").migrate()).isTrue();
      assertThat(schema(database, "first").migrate()).isFalse();
      assertThat(schema(database, "grown").migrate()).isTrue();
      assertThat(schema(database, "grown").migrate()).isFalse();

      assertThat(applied(database)).isEqualTo(3);
    }
  }

  @Test
  void twoAtOnceApplyEachMigrationOnce() throws Exception {
    try (Database one = server.createDatabase("shared");
        Database other = server.forDatabase("shared");
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> both =
          List.of(schema(one, "grown")::migrate, schema(other, "grown")::migrate);
      for (Future<Boolean> done : threads.invokeAll(both)) {
        done.get();
      }
      assertThat(applied(one)).isEqualTo(3);
    }
  }

  @Test
  void refusesAMigrationThatWasChangedAfterwards() {
    try (Database database = server.createDatabase("tampered")) {
      schema(database, "first").migrate();

      assertThatThrownBy(() -> schema(database, "changed").migrate())
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("tampered")
          .hasMessageContaining("checksum mismatch");
    }
  }

  @Test
  void refusesASchemaThatIsNewerThanTheProgram() {
    try (Database database = server.createDatabase("newer")) {
      schema(database, "grown").migrate();

      assertThatThrownBy(() -> schema(database, "first").migrate())
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("not resolved locally")
          .hasMessageContaining("later one");
    }
  }

  private static Schema schema(Database database, String name) {
    return new Schema(database, FOLDER + name);
  }

  private static int applied(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM flyway_schema_history")) {
      row.next();
      return row.getInt(1);
    }
  }
}
