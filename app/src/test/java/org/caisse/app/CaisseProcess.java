package org.caisse.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line in a process of its own, to be killed. */
public final class CaisseProcess {

  private CaisseProcess() {}

  /**
   * Starts a command.
   *
   * @param variables of its environment, besides those with which it finds its database
   */
  public static Process start(TestHome home, Map<String, String> variables, String... words)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.caisse.app.Caisse"));
    command.addAll(List.of(words));
    command.addAll(List.of("--home", home.home().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(home.variables());
    builder.environment().putAll(variables);
    return builder.redirectErrorStream(true).start();
  }
}
