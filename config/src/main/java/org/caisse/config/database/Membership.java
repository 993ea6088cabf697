package org.caisse.config.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's part in the server of a workspace. Starting and stopping happen under {@code
 * start.lock}, held alone; whoever uses the server holds {@code clients.lock} together with the
 * others, so that who is there is known to the kernel, kills included.
 */
final class Membership {

  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  /** SQLSTATE of a server that starts, recovers or stops. */
  private static final String CANNOT_CONNECT_NOW = "57P03";

  private final Path db;
  private final DataDirectory directory;
  private final ServerProcess process;
  private LockFile clients;
  private ServerAddress address;

  private Membership(Path db, Map<String, String> env) {
    this.db = db;
    this.directory = new DataDirectory(db);
    this.process = new ServerProcess(db, directory, env);
  }

  /** Finds the server running or makes it run, and counts this process among its users. */
  static Membership enter(Path db, Map<String, String> env) throws IOException {
    Membership membership = new Membership(db, env);
    try (var _ = membership.startLock()) {
      membership.clients = LockFile.open(db.resolve("clients.lock"));
      try {
        boolean alone = membership.clients.tryAlone();
        membership.clients.release();
        membership.clients.takeShared();
        membership.address = membership.findOrStart(alone);
      } catch (IOException | RuntimeException e) {
        membership.clients.close();
        throw e;
      }
    }
    return membership;
  }

  ServerAddress address() {
    return address;
  }

  /** Makes the server run again if it has died since. */
  void check() throws IOException {
    if (directory.server().isEmpty()) {
      try (var _ = startLock()) {
        address = findOrStart(false);
      }
    }
  }

  /** Ends this process's part; the last one stops the server. */
  void leave() throws IOException {
    try (var _ = startLock();
        LockFile held = clients) {
      held.release();
      if (held.tryAlone()) {
        process.stop();
      }
    }
  }

  private LockFile startLock() throws IOException {
    LockFile start = LockFile.open(db.resolve("start.lock"));
    try {
      if (!start.tryAlone()) {
        LOG.debug("waiting for another process that starts or stops the database of {}", db);
        start.takeAlone();
      }
      return start;
    } catch (IOException e) {
      start.close();
      throw e;
    }
  }

  private ServerAddress findOrStart(boolean alone) throws IOException {
    Path file = db.resolve("server.json");
    Optional<ServerAddress> published = ServerAddress.read(file);
    Optional<ServerAddress> running = directory.address();
    if (running.isPresent()
        && published.equals(running)
        && (directory.ready() || answers(running.get()))) {
      return running.get();
    }
    ServerAddress found =
        running.isPresent() && !alone && rescued(running.get())
            ? running.get()
            : restart(published.map(ServerAddress::port).orElse(0));
    found.write(file);
    return found;
  }

  /** Nobody uses the server, or it is dead: what may still run is an orphan nobody can reach. */
  private ServerAddress restart(int wantedPort) throws IOException {
    process.stop();
    return process.start(wantedPort);
  }

  /**
   * Others are at work: their server must not be stopped because its address was lost.
   *
   * @return false when it turns out to be dead
   */
  private boolean rescued(ServerAddress running) throws IOException {
    boolean answers = answers(running);
    if (!answers && directory.server().isPresent()) {
      throw new DatabaseException(
          "the database server of %s (process %d) does not answer, and other processes use it: end them, or that process, and start again"
              .formatted(db, running.pid()));
    }
    return answers;
  }

  /** Whether a server lets us in; one that is starting or recovering is waited for. */
  private static boolean answers(ServerAddress address) {
    long deadline = System.nanoTime() + ServerProcess.PATIENCE.toNanos();
    while (true) {
      try (Connection connection = address.location("postgres").connect()) {
        return connection.isValid(0);
      } catch (SQLException e) {
        LOG.debug("no answer on port {}: {}", address.port(), e.getMessage());
        if (!CANNOT_CONNECT_NOW.equals(e.getSQLState()) || System.nanoTime() > deadline) {
          return false;
        }
        ServerProcess.pause();
      }
    }
  }
}
