package org.caisse.app.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.registry.RegistryLoad;

/**
 * The prepared workspace of a benchmark, with the registry loaded, and fresh copies of it: every
 * measurement finds the database as it was before.
 */
final class BenchWorkspace {

  private final Path fund;
  private final Path prepared;
  private final Path round;
  private final CaisseProcess caisse;

  BenchWorkspace(BenchOptions options, CaisseProcess caisse) {
    this.fund = options.folder().resolve("fund-" + options.lines());
    this.prepared = options.folder().resolve("prepared-" + options.lines());
    this.round = options.folder().resolve("round");
    this.caisse = caisse;
  }

  /** Makes up the fund and loads its registry, once; what is there already is used again. */
  void prepare(int lines) throws IOException, SQLException {
    if (!Files.isDirectory(fund)) {
      Path part = fund.resolveSibling(fund.getFileName() + ".part");
      delete(part);
      Files.createDirectories(part);
      FundGenerator.generate(FundOptions.lines(lines), part);
      Files.move(part, fund);
    }
    if (Files.isDirectory(prepared)) {
      if (fits()) {
        return;
      }
      delete(prepared);
      Files.deleteIfExists(preparedBy());
    }
    Path part = prepared.resolveSibling(prepared.getFileName() + ".part");
    delete(part);
    Workspace workspace = new Workspace(part);
    caisse.run(List.of("--home", part.toString(), "init"));
    try (Database database = open(workspace)) {
      caisse.run(
          List.of(
              "--home",
              part.toString(),
              "run",
              RegistryLoad.NAME,
              "date=" + FundOptions.DEMO_PERIOD.atDay(1),
              "file=" + fund.resolve("registry")));
      // As a registry is that was loaded yesterday: the server's own upkeep has passed by.
      execute(database, "VACUUM (ANALYZE)");
    }
    copy(fund.resolve("declarations"), workspace.inbox());
    Files.move(part, prepared);
    Files.writeString(preparedBy(), thisBuild());
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

  /** The one declaration file. */
  Path declarations() {
    try (Stream<Path> files = Files.walk(fund.resolve("declarations"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The day on which it came, which is the name of its folder. */
  String receivedOn() {
    return declarations().getParent().getFileName().toString();
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

  private static void copy(Path from, Path to) throws IOException {
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
