package org.caisse.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.app.CaisseProcess;
import org.caisse.app.TestHome;
import org.caisse.app.generate.ClaimGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestFolders;
import org.caisse.testing.TestServer;

/**
 * A workspace with a small made-up fund, its registry loaded and its declarations in the inbox, the
 * server stopped. Made once for all tests of this process, and only ever copied.
 */
public final class PreparedHome {

  /** Employers of the fund. */
  static final int EMPLOYERS = 250;

  /** Persons of the fund. */
  static final int PERSONS = 3_000;

  /** What it is drawn from. */
  static final long SEED = 42;

  private static Path home;

  private PreparedHome() {}

  /** The prepared workspace; not to be worked in. */
  static synchronized Path home() {
    if (home == null) {
      try {
        Path made = TestFolders.create("prepared-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TestFolders.delete(made)));
        prepare(made);
        home = made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return home;
  }

  /** The generated fund: registry, declarations, truth. */
  public static Path fund() {
    return home().resolve("demo-fund");
  }

  /** A copy on the server that tests share, to be worked in through the command line. */
  public static TestHome copyTo(Path target) {
    copyFiles(target);
    return new TestHome(target, SharedServer.copyOfPrepared(target));
  }

  /** All of it but the database. */
  static void copyFiles(Path target) {
    try {
      Files.createDirectories(target);
      try (Stream<Path> all = Files.list(home())) {
        for (Path part : all.filter(path -> !path.endsWith("db")).toList()) {
          copy(part, target.resolve(part.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy with its own server, where it is the server that matters. */
  public static TestHome copyWithServer(Path target) {
    copy(home(), target);
    TestServer.copy(home(), target);
    return new TestHome(target);
  }

  /** Writes care beside the fund, much of it wrong: about so many lines of invoices. */
  public static void writeCare(Path folder, int lines) throws IOException {
    Files.createDirectories(folder.resolve("registry"));
    Files.createDirectories(folder.resolve("truth"));
    ClaimGenerator.generate(
        FundOptions.sized(SEED, EMPLOYERS, PERSONS, FundOptions.DEMO_PERIOD).withErrors(400),
        lines,
        folder);
  }

  private static void prepare(Path made) throws IOException {
    TestHome test = new TestHome(made);
    Path fund = made.resolve("demo-fund");
    done(test.caisse("init"));
    done(
        test.caisse(
            "generate",
            "--out",
            fund.toString(),
            "--employers",
            Integer.toString(EMPLOYERS),
            "--persons",
            Integer.toString(PERSONS),
            "--seed",
            Long.toString(SEED)));
    copy(fund.resolve("declarations"), new Workspace(made).inbox());
    run(test, "run", "registry-load", "date=2026-02-01", "file=" + fund.resolve("registry"));
  }

  /** A job in a process of its own: see {@link TestHome#LOCK}. */
  private static void run(TestHome test, String... words) throws IOException {
    Process process = CaisseProcess.start(test, Map.of(), words);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void done(TestHome.Said said) {
    if (said.exit() != 0) {
      throw new IllegalStateException(said.toString());
    }
  }

  /** Copies a folder with everything in it, permissions included. */
  static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
          Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
