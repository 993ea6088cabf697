package org.caisse.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.schedules.CareMonth;
import org.caisse.testing.TestFolders;
import org.caisse.testing.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The prepared workspace with care besides: its registry and the rights of before are loaded, its
 * invoices are in the inbox. Made once for all tests of this process, and only ever copied; made by
 * the command line in this process ({@link TestHome#LOCK}).
 */
public final class PreparedCare {

  private static final int LINES = 150;

  private static Path home;
  private static Books undisturbed;

  private PreparedCare() {}

  /** A copy with its own server. */
  public static TestHome copyWithServer(Path target) {
    PreparedHome.copy(home(), target);
    TestServer.copy(home(), target);
    return new TestHome(target);
  }

  /** What a month leaves when nothing disturbs it. */
  public static synchronized Books undisturbed() {
    if (undisturbed == null) {
      Path folder = home().resolveSibling("undisturbed");
      TestHome calm = copyWithServer(folder);
      done(calm.caisse("month", "2026-02"), 1);
      undisturbed = books(calm);
    }
    return undisturbed;
  }

  /** What a workspace has come to. */
  public static Books books(TestHome home) {
    try (Database database = home.database()) {
      return Books.of(JdbcClient.create(database.dataSource()), new Workspace(home.home()));
    }
  }

  private static synchronized Path home() {
    if (home == null) {
      try {
        Path made = TestFolders.create("care-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TestFolders.delete(made)));
        Path prepared = made.resolve("prepared");
        prepare(PreparedHome.copyWithServer(prepared));
        home = prepared;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return home;
  }

  private static void prepare(TestHome test) throws IOException {
    Path care = test.home().resolve("care");
    PreparedHome.writeCare(care, LINES);
    for (List<String> job :
        List.of(List.of("registry-load", "registry"), List.of("take-on", "take-on"))) {
      done(
          test.caisse("run", job.get(0), "date=2026-02-01", "file=" + care.resolve(job.get(1))), 0);
    }
    PreparedHome.copy(
        care.resolve("invoices"), new Workspace(test.home()).inbox().resolve(CareMonth.FOLDER));
  }

  private static void done(TestHome.Said said, int exit) {
    if (said.exit() != exit) {
      throw new IllegalStateException(said.toString());
    }
  }
}
