package org.caisse.config.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data of the embedded server, {@code db/cluster/data}, and the password of its owner, {@code
 * db/cluster/secret}. Both come into being together, by one rename.
 */
final class DataDirectory {

  /** Relative to the folder {@code db}, from which the programs are run. */
  static final String DATA = "cluster/data";

  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
  private static final int SECRET_BYTES = 32;
  private static final int PID_FILE_LINES = 8;

  private final Path db;

  /**
   * @param db the folder of the workspace
   */
  DataDirectory(Path db) {
    this.db = db;
  }

  Path data() {
    return db.resolve(DATA);
  }

  /** The password that was drawn when the data came into being. */
  String secret() throws IOException {
    return Files.readString(db.resolve("cluster/secret"));
  }

  /** Makes an empty cluster if there is none; what a killed predecessor left half-done goes. */
  void createIfMissing(PostgresPrograms programs) throws IOException {
    if (Files.exists(data())) {
      checkMajor();
      return;
    }
    deleteUnfinished();
    LOG.info("creating the database in {}", data());
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    // Never the same name again: an initdb that outlived its parent may still write to the old one.
    Path next =
        Files.createTempDirectory(
            db,
            "cluster.new-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    WholeFile.write(next.resolve("secret"), HexFormat.of().formatHex(secret));
    // Ordering by bytes; letters of all languages still have upper and lower case. Thousands of
    // rounds make guessing slow what people choose; nobody guesses 32 bytes drawn at random, and
    // each connection would pay for the rounds.
    PostgresPrograms.Outcome outcome =
        programs.run(
            next,
            "initdb",
            "--pgdata=data",
            "--username=" + ServerAddress.USER,
            "--pwfile=secret",
            "--auth=scram-sha-256",
            "--set=scram_iterations=1",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums");
    if (!outcome.good()) {
      deleteUnfinished();
      throw new DatabaseException(
          "the database cannot be created in %s: initdb said: %s: mend that and start Caisse again"
              .formatted(db, outcome.text()));
    }
    Files.move(next, db.resolve("cluster"), StandardCopyOption.ATOMIC_MOVE);
    WholeFile.forceFolder(db);
  }

  /** The process that serves this data now, if there is one. */
  Optional<ProcessHandle> server() throws IOException {
    return pidFile().flatMap(pid -> ProcessHandle.of(pid.process())).filter(this::worksOn);
  }

  /** Where the server of this data is by its own account, if it is alive. */
  Optional<ServerAddress> address() throws IOException {
    Optional<PidFile> file = pidFile();
    return server().isPresent() && file.isPresent()
        ? Optional.of(new ServerAddress(file.get().port(), secret(), file.get().process()))
        : Optional.empty();
  }

  /** Whether the server says that it takes connections: neither starting nor stopping. */
  boolean ready() throws IOException {
    return pidFile().filter(PidFile::ready).isPresent();
  }

  /**
   * Ends the children that have not noticed their parent's end. Two servers on the same data would
   * destroy it, so nothing starts while one is left.
   *
   * @return whether all are gone
   */
  boolean endOrphans() {
    List<ProcessHandle> orphans =
        ProcessHandle.allProcesses()
            .filter(DataDirectory::isPostgres)
            .filter(this::worksOn)
            .toList();
    orphans.forEach(ProcessHandle::destroy);
    return orphans.isEmpty();
  }

  /**
   * Removes the mark of a dead server when the system has meanwhile given its number to something
   * else, which PostgreSQL would take for that server. Any other mark it judges better than we can.
   */
  void clearMistakenMark() throws IOException {
    Optional<ProcessHandle> named = pidFile().flatMap(pid -> ProcessHandle.of(pid.process()));
    if (named.isPresent() && !worksOn(named.get())) {
      Files.delete(data().resolve("postmaster.pid"));
    }
  }

  /** Whether a process has this data as its working directory, as PostgreSQL's processes do. */
  boolean worksOn(ProcessHandle process) {
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }

  /** What a server writes into {@code postmaster.pid}, line by line as it gets to know it. */
  private record PidFile(long process, int port, boolean ready) {}

  private Optional<PidFile> pidFile() throws IOException {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(data().resolve("postmaster.pid")));
      while (lines.size() < PID_FILE_LINES) {
        lines.add("");
      }
      String port = lines.get(3).strip();
      return Optional.of(
          new PidFile(
              Long.parseLong(lines.getFirst().strip()),
              port.isEmpty() ? 0 : Integer.parseInt(port),
              lines.get(7).strip().equals("ready")));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void checkMajor() throws IOException {
    String major = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!major.equals(Integer.toString(PostgresBinaries.MAJOR))) {
      throw new DatabaseException(
          "%s was written by PostgreSQL %s and this build has PostgreSQL %d: use the Caisse that made it, or move it with pg_dump and pg_restore"
              .formatted(data(), major, PostgresBinaries.MAJOR));
    }
  }

  private void deleteUnfinished() {
    try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(db, "cluster.new-*")) {
      for (Path folder : unfinished) {
        WholeFile.deleteFolder(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("what is left of an unfinished database stays until next time", e);
    }
  }
}
