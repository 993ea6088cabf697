package org.caisse.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.config.database.Database;
import org.caisse.config.database.PostgresServer;
import org.caisse.config.workspace.Workspace;

/** The embedded server that tests of this process share, each in a database of its own. */
final class SharedServer {

  private static PostgresServer server;
  private static Path home;

  private SharedServer() {}

  /** A folder that lasts as long as this process. */
  static synchronized Path home() {
    if (home == null) {
      try {
        home = Files.createTempDirectory("caisse-shared-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    if (server != null) {
                      end();
                    }
                    PreparedHome.delete(home);
                  }));
    }
    return home;
  }

  /**
   * Makes a database for a workspace.
   *
   * @param from what stands behind its name: the template
   * @return the variables with which a process finds it
   */
  static synchronized Map<String, String> database(Path of, String from) {
    start();
    String database = of.getFileName().toString().replace('-', '_');
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
      server = PostgresServer.join(new Workspace(home()));
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
