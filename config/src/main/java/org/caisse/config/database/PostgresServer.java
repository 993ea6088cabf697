package org.caisse.config.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caisse.config.workspace.Workspace;

/**
 * The embedded PostgreSQL server of a workspace. All processes of one user on one machine share it:
 * the first starts it, the last stops it. It outlives a process that is killed, and the next one
 * takes it over. A workspace must not be used from two machines or containers at once: the locks
 * are those of one kernel, and the server listens on its own machine only.
 */
public final class PostgresServer implements AutoCloseable {

  /** What this process has joined; file locks belong to the process, not to a thread. */
  private static final ConcurrentHashMap<Path, Joined> JOINED = new ConcurrentHashMap<>();

  private record Joined(Membership membership, int uses) {}

  private final Path db;
  private final ServerAddress address;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private PostgresServer(Path db, ServerAddress address) {
    this.db = db;
    this.address = address;
  }

  /**
   * Joins the server of a workspace, starting it if it does not run; the first time, the programs
   * are unpacked and the data directory is made.
   *
   * @throws DatabaseException when that is not possible
   */
  public static PostgresServer join(Workspace workspace) {
    return join(workspace, System.getenv());
  }

  /**
   * Joins the server of a workspace.
   *
   * @param env environment; {@code CAISSE_CACHE} is the folder for the unpacked programs
   * @throws DatabaseException when that is not possible
   */
  public static PostgresServer join(Workspace workspace, Map<String, String> env) {
    Path db;
    try {
      db = workspace.create().db().toRealPath();
    } catch (IOException e) {
      throw failed("use", workspace.db(), e);
    }
    Joined joined = JOINED.compute(db, (key, before) -> oneMore(key, before, env));
    return new PostgresServer(db, joined.membership().address());
  }

  /** JDBC address of the maintenance database {@code postgres}, without user and password. */
  public String jdbcUrl() {
    return location("postgres").url();
  }

  /** The owner of everything in the server. */
  public String user() {
    return ServerAddress.USER;
  }

  /** What opens it; drawn at random when the data directory was made. */
  public String password() {
    return address.password();
  }

  /** Whether its process lives, or another one that was started on its data since. */
  boolean alive() {
    try {
      return new DataDirectory(db).server().isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** Where a database of the server is. */
  ServerLocation location(String database) {
    return address.location(database);
  }

  /** Leaves the server, which stops when this was the last user of all processes. */
  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      List<IOException> failures = new ArrayList<>();
      JOINED.compute(db, (key, before) -> oneLess(before, failures));
      if (!failures.isEmpty()) {
        throw failed("leave", db, failures.getFirst());
      }
    }
  }

  private static Joined oneMore(Path db, Joined before, Map<String, String> env) {
    try {
      if (before == null) {
        return new Joined(Membership.enter(db, env), 1);
      }
      before.membership().check();
      return new Joined(before.membership(), before.uses() + 1);
    } catch (IOException e) {
      throw failed("use", db, e);
    }
  }

  private static Joined oneLess(Joined before, List<IOException> failures) {
    if (before.uses() > 1) {
      return new Joined(before.membership(), before.uses() - 1);
    }
    try {
      before.membership().leave();
    } catch (IOException e) {
      failures.add(e);
    }
    return null;
  }

  private static DatabaseException failed(String verb, Path db, IOException e) {
    return new DatabaseException(
        "cannot %s the database in %s (%s): check that the folder is yours and the disk has room"
            .formatted(verb, db, e.getMessage()),
        e);
  }
}
