package org.caisse.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.caisse.config.database.Database;
import org.caisse.config.database.PostgresServer;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestFolders;
import org.caisse.testing.TestServer;

/** The embedded server that tests of this process share, each in a database of its own. */
final class SharedServer {

  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static PostgresServer server;
  private static Path home;
  private static String schema;

  private SharedServer() {}

  /** A folder that lasts as long as this process. */
  static synchronized Path home() {
    if (home == null) {
      home = TestFolders.create("shared-");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    if (server != null) {
                      end();
                    }
                    TestFolders.delete(home);
                  }));
    }
    return home;
  }

  /**
   * A copy of the prepared database for a workspace.
   *
   * @return the variables with which a process finds it
   */
  static Map<String, String> copyOfPrepared(Path of) {
    Path prepared = PreparedHome.home();
    return TestServer.isContainer() ? copyInContainer(prepared, of) : copyOf("caisse");
  }

  /**
   * A copy of another workspace's database, to which nobody is connected now.
   *
   * @param from its folder
   * @param variables with which a process finds it
   * @return the variables with which a process finds the copy
   */
  static Map<String, String> copy(Path from, Map<String, String> variables, Path of) {
    return TestServer.isContainer() ? copyInContainer(from, of) : copyOf(name(variables));
  }

  private static Map<String, String> copyInContainer(Path from, Path of) {
    TestServer.copy(from, of);
    return numbered(TestServer.environment(of));
  }

  private static Map<String, String> copyOf(String database) {
    return numbered(create("TEMPLATE " + database));
  }

  /** A database with the schema for a workspace, and nothing in it. */
  static Map<String, String> empty(Path of) {
    if (TestServer.isContainer()) {
      Map<String, String> variables = TestServer.environment(of);
      migrate(of, variables);
      return numbered(variables);
    }
    return numbered(create("TEMPLATE " + schema()));
  }

  /** The name of a database with the schema alone, only ever copied. */
  private static synchronized String schema() {
    if (schema == null) {
      Map<String, String> variables =
          create("TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'");
      migrate(home(), variables);
      schema = name(variables);
    }
    return schema;
  }

  private static void migrate(Path of, Map<String, String> variables) {
    try (Database database = Database.open(new Workspace(of), variables)) {
      database.migrate();
    }
  }

  private static String name(Map<String, String> variables) {
    String url = variables.get(Database.URL_VARIABLE);
    return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
  }

  /**
   * Steps of this process have numbers of their own: Spring Batch keeps the running ones by them.
   */
  private static Map<String, String> numbered(Map<String, String> variables) {
    long first = NUMBERS.incrementAndGet() * 1_000_000L;
    try (Connection connection =
            DriverManager.getConnection(
                variables.get(Database.URL_VARIABLE),
                variables.get(Database.USER_VARIABLE),
                variables.get(Database.PASSWORD_VARIABLE));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT setval('batch_step_execution_seq', %1$d), setval('batch_job_execution_seq', %1$d)"
              .formatted(first));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return variables;
  }

  private static synchronized Map<String, String> create(String from) {
    start();
    String database = "home_" + NAMES.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database + " " + from);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        Database.URL_VARIABLE,
        server.jdbcUrl().replace("/postgres?", "/" + database + "?"),
        Database.USER_VARIABLE,
        server.user(),
        Database.PASSWORD_VARIABLE,
        server.password());
  }

  private static void start() {
    if (server == null) {
      PreparedHome.copy(PreparedHome.home().resolve("db"), home().resolve("db"));
      setForManyTests();
      server = PostgresServer.join(new Workspace(home()));
    }
  }

  /**
   * Some tests compare what the planner knows: it must not learn by itself between two looks, and
   * it would look into a hundred databases once a minute. Of connections there are as many as a
   * server for each test would have. The other file of settings is written anew at each start.
   */
  private static void setForManyTests() {
    try {
      Files.writeString(
          home().resolve("db/cluster/data/postgresql.auto.conf"),
          "\nautovacuum = off\nmax_connections = 200\n",
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the checkpoint of a hundred databases, half a minute, that nobody will read again. */
  private static void end() {
    try (Stream<String> lines = Files.lines(home.resolve("db/cluster/data/postmaster.pid"))) {
      long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
      new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).inheritIO().start().waitFor();
      ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
