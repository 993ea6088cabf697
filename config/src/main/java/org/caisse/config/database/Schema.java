package org.caisse.config.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema of a database, brought to the version of this program by Flyway. */
final class Schema {

  /** Folder of the migrations on the class path. */
  static final String LOCATION = "db/migration";

  private static final String NO_SUCH_TABLE = "42P01";

  /** Advisory lock of whoever migrates: "caisseSQ" in bytes. */
  private static final long LOCK = 0x6361697373655351L;

  private final Database database;
  private final String location;

  Schema(Database database, String location) {
    this.database = database;
    this.location = location;
  }

  /**
   * Applies the migrations that are missing.
   *
   * @return whether Flyway was needed to find out
   * @throws DatabaseException when one fails, or the schema is not the one of an older Caisse
   */
  boolean migrate() {
    try {
      if (current()) {
        return false;
      }
      try (Connection holder = database.dedicated()) {
        lock(holder);
        runFlyway();
      }
      return true;
    } catch (SQLException | IOException | FlywayException e) {
      throw new DatabaseException(
          "the schema of database %s cannot be brought up to date: %s%nuse the version of Caisse that made it or a later one, on a database of its own"
              .formatted(database.databaseName(), e.getMessage()),
          e);
    }
  }

  /** Whether exactly the bundled migrations have been applied, byte for byte. */
  private boolean current() throws SQLException, IOException {
    Map<String, Integer> bundled = BundledMigrations.checksums(location);
    return !bundled.isEmpty() && bundled.equals(applied());
  }

  private Map<String, Integer> applied() throws SQLException {
    Map<String, Integer> applied = new HashMap<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT script, checksum, success FROM flyway_schema_history ORDER BY"
                    + " installed_rank")) {
      while (rows.next()) {
        String script = rows.getString("script");
        applied.put(
            rows.getBoolean("success") ? script : "failed " + script, rows.getInt("checksum"));
      }
      return applied;
    } catch (SQLException e) {
      if (NO_SUCH_TABLE.equals(e.getSQLState())) {
        return applied;
      }
      throw e;
    }
  }

  /**
   * Waits for its turn by asking again: a session that waits inside the server would hold a
   * snapshot, and CREATE INDEX CONCURRENTLY would wait for it for ever.
   */
  private static void lock(Connection holder) throws SQLException {
    while (true) {
      try (Statement statement = holder.createStatement();
          ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
        row.next();
        if (row.getBoolean(1)) {
          return;
        }
      }
      ServerProcess.pause();
    }
  }

  private void runFlyway() {
    ServerLocation at = database.location();
    Flyway.configure(Schema.class.getClassLoader())
        .loggers(FlywayLog.class.getName())
        // Its own connections, by the address alone: it searches the one that a pool's connections
        // know, with all settings of the driver in it, for secrets, which took it seconds.
        .dataSource(at.url(), at.user(), at.password())
        .initSql(ServerLocation.SESSION_SETUP)
        .locations("classpath:" + location)
        // For CREATE INDEX CONCURRENTLY, as above (flyway#3508).
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        // A schema newer than this program is refused, not just warned about.
        .ignoreMigrationPatterns(new String[0])
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }
}
