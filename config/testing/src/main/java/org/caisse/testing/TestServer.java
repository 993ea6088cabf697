package org.caisse.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.testcontainers.lifecycle.Startables;

/**
 * The database server on which the tests of this process work: each workspace's embedded one, or,
 * with {@code -Dcaisse.database=container}, a PostgreSQL in a container that they share, where each
 * workspace has a database of its own.
 */
public final class TestServer {

  /** The system property that chooses. */
  public static final String SWITCH = "caisse.database";

  private static final String CONTAINER = "container";

  /** As the README tells whoever has a server of their own. */
  private static final String CREATE =
      "CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'";

  private static final String COPY = "CREATE DATABASE %s TEMPLATE %s";

  private static final Map<Path, String> DATABASES = new HashMap<>();
  private static PostgresContainer container;

  private TestServer() {}

  /** Whether it is the one in a container. */
  public static boolean isContainer() {
    String chosen = System.getProperty(SWITCH, "");
    if (!chosen.isEmpty() && !chosen.equals(CONTAINER)) {
      throw new IllegalStateException(
          "-D%s=%s: tests know 'container', or nothing for the embedded server"
              .formatted(SWITCH, chosen));
    }
    return !chosen.isEmpty();
  }

  /**
   * The variables of the environment under which a workspace finds its database; none for the
   * embedded server. In the container an empty database is made the first time.
   *
   * @param home the folder of the workspace
   */
  public static synchronized Map<String, String> environment(Path home) {
    if (!isContainer()) {
      return Map.of();
    }
    String database = DATABASES.get(key(home));
    if (database == null) {
      database = create(home, CREATE, "");
    }
    return Map.of(
        "CAISSE_DB_URL",
        started().url(database),
        "CAISSE_DB_USER",
        PostgresContainer.USER,
        "CAISSE_DB_PASSWORD",
        started().password());
  }

  /**
   * Copies the database of a workspace for another one that has none yet. Nobody may be connected
   * to it. The embedded server's data is part of the folder, and copied with it: then nothing is
   * done.
   */
  public static synchronized void copy(Path from, Path to) {
    if (isContainer()) {
      create(to, COPY, DATABASES.get(key(from)));
    }
  }

  private static String create(Path home, String statement, String template) {
    String database = "home_" + (DATABASES.size() + 1);
    try (Connection connection =
            DriverManager.getConnection(
                started().url("postgres"), PostgresContainer.USER, started().password());
        Statement sql = connection.createStatement()) {
      sql.execute(statement.formatted(database, template));
    } catch (SQLException e) {
      throw new IllegalStateException("no database for the tests in " + home, e);
    }
    if (DATABASES.putIfAbsent(key(home), database) != null) {
      throw new IllegalStateException(home + " has a database already");
    }
    return database;
  }

  private static Path key(Path home) {
    return home.toAbsolutePath().normalize();
  }

  private static PostgresContainer started() {
    if (container == null) {
      PostgresContainer made = new PostgresContainer();
      Startables.deepStart(made).join();
      Runtime.getRuntime().addShutdownHook(new Thread(made::stop));
      container = made;
    }
    return container;
  }
}
