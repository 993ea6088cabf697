package org.caisse.app;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;

/**
 * A workspace of a test, worked on through the command line as its users do.
 *
 * @param home its folder
 * @param variables of the environment, with which a process finds its database
 */
public record TestHome(Path home, Map<String, String> variables) {

  /**
   * Resource of tests whose commands run jobs in this process on a server of their own: Spring
   * Batch keeps the running step of a process by its number, and new databases give the same ones.
   * Copies on the shared server have numbers of their own, and do not need it.
   */
  public static final String LOCK = "jobs of the command line in this process";

  /** One whose database is its own, or one that is made for it in the container. */
  public TestHome(Path home) {
    this(home, TestServer.environment(home));
  }

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
            variables,
            // Buffered as a terminal is: what a command does not send on is not said.
            new PrintWriter(new BufferedWriter(out), true),
            new PrintWriter(new BufferedWriter(err), true));
    return new Said(exit, out.toString(), err.toString());
  }

  /** Opens its database, beside the command line. */
  public Database database() {
    return Database.open(new Workspace(home), variables);
  }

  /** Makes up a small fund and runs its whole month of contributions. */
  public Said demo(int employers, int persons, long seed) {
    return caisse(
        "demo",
        "--employers",
        Integer.toString(employers),
        "--persons",
        Integer.toString(persons),
        "--seed",
        Long.toString(seed),
        "--claims",
        "0");
  }
}
