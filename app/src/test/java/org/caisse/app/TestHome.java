package org.caisse.app;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;

/** A workspace of a test, worked on through the command line as its users do. */
public record TestHome(Path home) {

  /**
   * Resource of tests whose commands run jobs in this process: Spring Batch keeps the running step
   * of a process by its number, and new databases give the same ones.
   */
  public static final String LOCK = "jobs of the command line in this process";

  /**
   * What a command said and how it ended.
   *
   * @param exit the exit code
   * @param out standard output
   * @param err standard error
   */
  public record Said(int exit, String out, String err) {

    @Override
    public String toString() {
      return "exit " + exit + "\n" + out + err;
    }
  }

  /** Executes a command line in this process. */
  public Said caisse(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--home");
    all.add(home.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Caisse.execute(
            all.toArray(String[]::new),
            TestServer.environment(home),
            // Buffered as a terminal is: what a command does not send on is not said.
            new PrintWriter(new BufferedWriter(out), true),
            new PrintWriter(new BufferedWriter(err), true));
    return new Said(exit, out.toString(), err.toString());
  }

  /** Opens its database, beside the command line. */
  public Database database() {
    return Database.open(new Workspace(home), TestServer.environment(home));
  }

  /** Makes up a small fund and runs its whole month. */
  public Said demo(int employers, int persons, long seed) {
    return caisse(
        "demo",
        "--employers",
        Integer.toString(employers),
        "--persons",
        Integer.toString(persons),
        "--seed",
        Long.toString(seed));
  }
}
