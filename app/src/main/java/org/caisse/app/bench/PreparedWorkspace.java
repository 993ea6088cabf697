package org.caisse.app.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;

/**
 * A workspace that is prepared once a build, and fresh copies of it: every measurement finds the
 * database as it was before.
 */
final class PreparedWorkspace {

  private final Path prepared;
  private final Path round;

  /** Fills a workspace. */
  @FunctionalInterface
  interface Preparation {
    void fill(Workspace workspace) throws IOException, SQLException;
  }

  /**
   * @param folder of the benchmark
   * @param name of this workspace in it
   */
  PreparedWorkspace(Path folder, String name) {
    this.prepared = folder.resolve(name);
    this.round = folder.resolve("round");
  }

  /** Prepares it, unless this very build has. */
  void prepare(Preparation preparation) throws IOException, SQLException {
    if (Files.isDirectory(prepared)) {
      if (fits()) {
        return;
      }
      delete(prepared);
      Files.deleteIfExists(preparedBy());
    }
    Path part = part(prepared);
    preparation.fill(new Workspace(part));
    Files.move(part, prepared);
    Files.writeString(preparedBy(), thisBuild());
  }

  /** The place beside a folder where it is made; nothing is there yet. */
  static Path part(Path folder) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    delete(part);
    return part;
  }

  /** Whether this very build prepared it: another one may keep its things differently. */
  private boolean fits() throws IOException {
    Path by = preparedBy();
    return Files.exists(by) && Files.readString(by).equals(thisBuild());
  }

  private Path preparedBy() {
    return prepared.resolveSibling(prepared.getFileName() + ".build");
  }

  /** The class files or jars that this program consists of. */
  private static String thisBuild() throws IOException {
    StringBuilder build = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      for (Path part : Files.isDirectory(path) ? List.of(path) : jarsBeside(path)) {
        build.append(part).append(' ').append(Files.getLastModifiedTime(part)).append('\n');
      }
    }
    return build.toString();
  }

  private static List<Path> jarsBeside(Path jar) throws IOException {
    try (Stream<Path> files = Files.list(jar.getParent())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("caisse"))
          .sorted()
          .toList();
    }
  }

  /** A workspace as it was prepared; the one before is gone. Its server must not run. */
  Workspace fresh() throws IOException {
    delete(round);
    copy(prepared, round);
    settle();
    return new Workspace(round);
  }

  void remove() throws IOException {
    delete(round);
  }

  /** Opens the embedded database of a workspace, whatever the environment says. */
  static Database open(Workspace workspace) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.remove(Database.URL_VARIABLE);
    Database database = Database.open(workspace, env);
    try {
      database.migrate();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Executes a statement that returns nothing. */
  static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.dedicated();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What the copy left to be written must not be paid by what is measured next. */
  private static void settle() throws IOException {
    try {
      new ProcessBuilder("sync").inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Copies a folder with everything in it. */
  static void copy(Path from, Path to) throws IOException {
    for (Path source : all(from)) {
      Path target = to.resolve(from.relativize(source).toString());
      if (!(Files.isDirectory(source) && Files.isDirectory(target))) {
        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : all(folder).reversed()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
