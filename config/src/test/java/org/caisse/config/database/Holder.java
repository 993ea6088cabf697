package org.caisse.config.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.caisse.config.workspace.Workspace;

/** Another process that holds the server of a workspace, as the tests see it. */
final class Holder implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private Holder(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Starts one without waiting for it. */
  static Holder start(Workspace workspace, Map<String, String> env) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            HoldServer.class.getName(),
            workspace.home().toString());
    builder.environment().putAll(env);
    builder.redirectError(new File("/dev/stderr"));
    return new Holder(builder.start());
  }

  /** Starts one and waits until it holds the server. */
  static Holder holding(Workspace workspace) throws IOException {
    Holder holder = start(workspace, Map.of());
    holder.url();
    return holder;
  }

  /** Waits until it holds the server, and gives the address that it uses. */
  String url() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("holding ")) {
        return line.substring("holding ".length());
      }
    }
    throw new IOException("the other process ended without holding the server");
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Lets it end by itself. */
  void letGo() throws IOException, InterruptedException {
    process.outputWriter().close();
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("the other process did not end well");
    }
  }

  @Override
  public void close() {
    kill();
  }
}
