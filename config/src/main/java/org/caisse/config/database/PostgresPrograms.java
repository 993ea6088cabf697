package org.caisse.config.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs PostgreSQL's own programs. They refuse the user root: for root they run in a user namespace
 * of their own, where they are nobody in particular and the files are still root's.
 */
final class PostgresPrograms {

  private final Path folder;

  /**
   * @param folder with {@code bin} in it
   */
  PostgresPrograms(Path folder) {
    this.folder = folder;
  }

  /**
   * What a program said.
   *
   * @param exit its exit code, 0 when it did what was asked
   * @param text what it wrote, both streams
   */
  record Outcome(int exit, String text) {

    boolean good() {
      return exit == 0;
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param directory from which it starts; relative arguments spare its shell our path
   * @throws DatabaseException when it cannot be run at all on this machine
   */
  Outcome run(Path directory, String program, String... arguments) {
    boolean root = root();
    List<String> command = new ArrayList<>(root ? List.of("unshare", "-U") : List.of());
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    neutral(builder.environment());
    try {
      Process process = builder.start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int exit = process.waitFor();
      if (exit != 0) {
        explain(text, root);
      }
      return new Outcome(exit, text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException(program + " was interrupted: start Caisse again", e);
    } catch (IOException e) {
      throw new DatabaseException(cannotRun(program, root, e.getMessage()), e);
    }
  }

  /** The caller's settings for other PostgreSQL servers and its language are not ours. */
  private static void neutral(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
    environment.put("LC_ALL", "C");
  }

  private static boolean root() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /** Says what to do about what the machine, not PostgreSQL, is to blame for. */
  private void explain(String text, boolean root) {
    if (root && text.startsWith("unshare:")) {
      throw new DatabaseException(cannotRun("PostgreSQL", true, text));
    }
    if (text.contains("could not look up effective user ID")) {
      throw new DatabaseException(
          "PostgreSQL wants its user to have a name%s (%s): add a line for that number to /etc/passwd, or run Caisse as a user that has one, or name a PostgreSQL server in %s"
              .formatted(root ? ", for root that of 'nobody'" : "", text, Database.URL_VARIABLE));
    }
  }

  private String cannotRun(String program, boolean root, String why) {
    return root
        ? "PostgreSQL refuses to run as root, and this machine does not let root put it into a user namespace (%s): run Caisse as an ordinary user, or install util-linux and allow user namespaces, or name a PostgreSQL server in %s"
            .formatted(why, Database.URL_VARIABLE)
        : "%s in %s cannot be run (%s): delete that folder so that it is unpacked again, or name a PostgreSQL server in %s"
            .formatted(program, folder, why, Database.URL_VARIABLE);
  }
}
