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
import java.util.ArrayList;
import java.util.List;
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

  private static final Duration GONE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 5;
  private static final long LOG_BYTES = 4 << 20;
  private static final int SHOWN_BYTES = 2000;
  static final String LOG_FILE = "log/postgres.log";

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
    directory.createIfMissing(programs());
    Files.createDirectories(db.resolve("log"));
    turnLog();
    waitForOrphans();
    directory.clearMistakenMark();
    int port = freePort(wantedPort);
    for (int attempt = 1; ; attempt++) {
      long before = logSize();
      ServerSettings.write(directory.data(), port);
      PostgresPrograms.Outcome outcome = pgCtl("start", "-l", LOG_FILE);
      if (outcome.good()) {
        return directory.address().orElseThrow(this::gone);
      }
      String said = logSince(before);
      boolean portTaken = said.contains("could not bind");
      boolean outrun = directory.server().isPresent();
      if (attempt == ATTEMPTS || !(portTaken || outrun)) {
        throw new DatabaseException(
            "the database server does not start: %s%n%s%nmend that and start Caisse again; the whole log is %s"
                .formatted(outcome.text(), said, db.resolve(LOG_FILE)));
      }
      // The start that a killed process had asked for came first.
      stop();
      port = freePort(portTaken ? 0 : port);
    }
  }

  private void waitForOrphans() throws IOException {
    long deadline = System.nanoTime() + GONE.toNanos();
    while (directory.server().isEmpty() && !directory.endOrphans()) {
      if (System.nanoTime() > deadline) {
        throw new DatabaseException(
            "processes of a dead database server still work on %s: end those named 'postgres' there and start Caisse again"
                .formatted(directory.data()));
      }
      pause();
    }
  }

  /** Stops it if it runs: open transactions are rolled back, everything is on disk afterwards. */
  void stop() throws IOException {
    Optional<ProcessHandle> server = directory.server();
    if (server.isEmpty()) {
      return;
    }
    PostgresPrograms.Outcome outcome = pgCtl("stop", "-m", "fast");
    // It says goodbye a moment before it is gone.
    long deadline = System.nanoTime() + (outcome.good() ? GONE.toNanos() : 0);
    while (directory.worksOn(server.get())) {
      if (System.nanoTime() > deadline) {
        throw new DatabaseException(
            "the database server does not stop (%s): see %s; end its process %d if it hangs"
                .formatted(outcome.text(), db.resolve(LOG_FILE), server.get().pid()));
      }
      pause();
    }
    LOG.debug("stopped the database server of {}", db);
  }

  /** Runs pg_ctl and waits for what it was asked for. */
  private PostgresPrograms.Outcome pgCtl(String verb, String... more) {
    List<String> arguments = new ArrayList<>(List.of(verb, "-D", DataDirectory.DATA));
    arguments.addAll(List.of("-s", "-w", "-t", Long.toString(PATIENCE.toSeconds())));
    arguments.addAll(List.of(more));
    return programs().run(db, "pg_ctl", arguments.toArray(String[]::new));
  }

  private DatabaseException gone() {
    return new DatabaseException(
        "the database server ended right after its start: see " + db.resolve(LOG_FILE));
  }

  private PostgresPrograms programs() {
    return new PostgresPrograms(PostgresBinaries.folder(env));
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
