package org.caisse.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.registry.RegistryLoad;

/** The workspace of the contribution month, with the registry loaded. */
final class BenchWorkspace {

  private final Path fund;
  private final PreparedWorkspace prepared;
  private final CaisseProcess caisse;

  BenchWorkspace(Path folder, int lines, CaisseProcess caisse) {
    this.fund = folder.resolve("fund-" + lines);
    this.prepared = new PreparedWorkspace(folder, "prepared-" + lines);
    this.caisse = caisse;
  }

  /** Makes up the fund and loads its registry, once; what is there already is used again. */
  void prepare(int lines) throws IOException, SQLException {
    if (!Files.isDirectory(fund)) {
      Path part = PreparedWorkspace.part(fund);
      Files.createDirectories(part);
      FundGenerator.generate(FundOptions.lines(lines), part);
      Files.move(part, fund);
    }
    prepared.prepare(this::fill);
  }

  private void fill(Workspace workspace) throws IOException, SQLException {
    String home = workspace.home().toString();
    caisse.run(List.of("--home", home, "init"));
    try (Database database = PreparedWorkspace.open(workspace)) {
      caisse.run(
          List.of(
              "--home",
              home,
              "run",
              RegistryLoad.NAME,
              "date=" + FundOptions.DEMO_PERIOD.atDay(1),
              "file=" + fund.resolve("registry")));
      // As a registry is that was loaded yesterday: the server's own upkeep has passed by.
      PreparedWorkspace.execute(database, "VACUUM (ANALYZE)");
    }
    PreparedWorkspace.copy(fund.resolve("declarations"), workspace.inbox());
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
    return prepared.fresh();
  }

  void remove() throws IOException {
    prepared.remove();
  }
}
