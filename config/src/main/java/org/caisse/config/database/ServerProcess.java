package org.caisse.config.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops the server of a data directory. Whoever calls holds the workspace's start lock.
 */
final class ServerProcess {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

  /** A server that recovers from a crash may take this long to answer. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration LEFTOVERS_GONE = Duration.ofSeconds(60);
  private static final int PORT_ATTEMPTS = 5;
  private static final long LOG_BYTES = 4 << 20;
  private static final int SHOWN_BYTES = 2000;
  private static final String LOG_FILE = "log/postgres.log";

  private final Path db;
  private final DataDirectory directory;
  private final Map<String, String> env;

  ServerProcess(Path db, DataDirectory directory, Map<String, String> env) {
    this.db = db;
    this.directory = directory;
    this.env = env;
  }

  /**
   * Starts it, making the data directory if it is missing.
   *
   * @param wantedPort the port it had before, so that those who know it find it again; 0 for any
   * @return how to reach it
   */
  ServerAddress start(int wantedPort) throws IOException {
    PostgresPrograms programs = programs();
    directory.createIfMissing(programs);
    Files.createDirectories(db.resolve("log"));
    turnLog();
    int port = freePort(wantedPort);
    int attempts = 1;
    long deadline = System.nanoTime() + LEFTOVERS_GONE.toNanos();
    while (true) {
      long before = logSize();
      directory.clearRemains();
      ServerSettings.write(directory.data(), port);
      PostgresPrograms.Outcome outcome =
          programs.run(
              db,
              "pg_ctl",
              "start",
              "-D",
              DataDirectory.DATA,
              "-l",
              LOG_FILE,
              "-s",
              "-w",
              "-t",
              seconds());
      if (outcome.good()) {
        return directory.address().orElseThrow(this::gone);
      }
      String said = logSince(before);
      if (said.contains("could not bind") && attempts < PORT_ATTEMPTS) {
        attempts++;
        port = freePort(0);
      } else if (said.contains("still in use") && System.nanoTime() < deadline) {
        pause();
      } else {
        throw new DatabaseException(
            "the database server does not start: %s%n%s%nmend that and start Caisse again; the whole log is %s"
                .formatted(outcome.text(), said, db.resolve(LOG_FILE)));
      }
    }
  }

  /** Stops it if it runs: open transactions are rolled back, everything is on disk afterwards. */
  void stop() throws IOException {
    Optional<ProcessHandle> server = directory.server();
    if (server.isEmpty()) {
      return;
    }
    PostgresPrograms.Outcome outcome =
        programs()
            .run(
                db,
                "pg_ctl",
                "stop",
                "-D",
                DataDirectory.DATA,
                "-m",
                "fast",
                "-s",
                "-w",
                "-t",
                seconds());
    if (!outcome.good() && directory.worksOn(server.get())) {
      throw new DatabaseException(
          "the database server does not stop (%s): see %s; end its process %d if it hangs"
              .formatted(outcome.text(), db.resolve(LOG_FILE), server.get().pid()));
    }
    // It says goodbye a moment before it is gone.
    while (directory.worksOn(server.get())) {
      pause();
    }
    LOG.debug("stopped the database server of {}", db);
  }

  private DatabaseException gone() {
    return new DatabaseException(
        "the database server ended right after its start: see " + db.resolve(LOG_FILE));
  }

  private PostgresPrograms programs() {
    return new PostgresPrograms(PostgresBinaries.folder(env));
  }

  private static String seconds() {
    return Long.toString(PATIENCE.toSeconds());
  }

  private static int freePort(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      // As PostgreSQL does: a port whose last connections still linger is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw e;
      }
      return freePort(0);
    }
  }

  /** Keeps the log small: beyond a size it becomes the old one. */
  private void turnLog() throws IOException {
    Path log = db.resolve(LOG_FILE);
    if (logSize() > LOG_BYTES) {
      Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private long logSize() throws IOException {
    Path log = db.resolve(LOG_FILE);
    return Files.exists(log) ? Files.size(log) : 0;
  }

  private String logSince(long position) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(db.resolve(LOG_FILE).toFile(), "r")) {
      log.seek(Math.max(position, log.length() - SHOWN_BYTES));
      byte[] bytes = new byte[SHOWN_BYTES];
      int count = log.read(bytes);
      return count < 0 ? "" : new String(bytes, 0, count, StandardCharsets.UTF_8).strip();
    }
  }

  static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while waiting for the database server", e);
    }
  }
}
