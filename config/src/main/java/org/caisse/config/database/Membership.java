package org.caisse.config.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    ServerAddress found;
    if (published.isPresent() && answers(published.get())) {
      found = published.get().withPid(directory.server().map(ProcessHandle::pid).orElse(0L));
    } else {
      found = alone ? restart(published) : rescue(published);
    }
    if (!published.equals(Optional.of(found))) {
      found.write(file);
    }
    return found;
  }

  /** Nobody else uses the data: what still runs there is an orphan that nobody can reach. */
  private ServerAddress restart(Optional<ServerAddress> published) throws IOException {
    process.stop();
    return process.start(published.map(ServerAddress::port).orElse(0));
  }

  /** Others are at work: their server must not be stopped, but if it is dead they need one too. */
  private ServerAddress rescue(Optional<ServerAddress> published) throws IOException {
    Optional<ProcessHandle> server = directory.server();
    if (server.isEmpty()) {
      return restart(published);
    }
    ServerAddress running =
        new ServerAddress(directory.port(), directory.secret(), server.get().pid());
    if (!answers(running)) {
      throw new DatabaseException(
          "the database server of %s (process %d) does not answer, and other processes use it: end them, or that process, and start again"
              .formatted(db, server.get().pid()));
    }
    return running;
  }

  /** Whether a server lets us in there and serves our data; one that is starting is waited for. */
  private boolean answers(ServerAddress candidate) throws IOException {
    long deadline = System.nanoTime() + ServerProcess.PATIENCE.toNanos();
    while (true) {
      try (Connection connection = candidate.connect("postgres");
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW data_directory")) {
        row.next();
        Path served = Path.of(row.getString(1));
        return Files.exists(served) && Files.isSameFile(served, directory.data());
      } catch (SQLException e) {
        LOG.debug("no answer on port {}: {}", candidate.port(), e.getMessage());
        if (!CANNOT_CONNECT_NOW.equals(e.getSQLState()) || System.nanoTime() > deadline) {
          return false;
        }
        ServerProcess.pause();
      }
    }
  }
}
