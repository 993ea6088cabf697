package org.caisse.app.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.caisse.config.database.Database;

/**
 * Runs the command line in a process of its own, with the Java, the options and the classes of this
 * one, so that what is measured is what an operator has, the start of Java included.
 */
final class CaisseProcess {

  private static final long SAMPLE_MILLIS = 20;

  private final String mainClass;
  private final Path log;

  /**
   * @param mainClass of the command line
   * @param log file that gets what the processes print
   */
  CaisseProcess(String mainClass, Path log) {
    this.mainClass = mainClass;
    this.log = log;
  }

  /**
   * Runs a command to its end.
   *
   * @throws IOException when it does not end with success
   */
  Took run(List<String> arguments) throws IOException {
    return run(arguments, 0);
  }

  /**
   * Runs a command to its end.
   *
   * @param worst the highest exit code that is taken for success
   * @throws IOException when it ends with a higher one
   */
  Took run(List<String> arguments, int worst) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().remove(Database.URL_VARIABLE);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    OptionalLong before = Proc.endedChildrenMillis();
    long started = System.nanoTime();
    Process process = builder.start();
    OptionalLong peak = OptionalLong.empty();
    try {
      while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
        OptionalLong now = Proc.peakBytes(process.pid());
        peak = now.isPresent() ? now : peak;
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    OptionalLong after = Proc.endedChildrenMillis();
    if (process.exitValue() > worst || process.exitValue() < 0) {
      throw new IOException(
          "caisse %s ended with exit code %d; what it said is in %s:%n%s"
              .formatted(String.join(" ", arguments), process.exitValue(), log, lastLines()));
    }
    return new Took(
        wall,
        before.isPresent() && after.isPresent()
            ? OptionalLong.of(after.getAsLong() - before.getAsLong())
            : OptionalLong.empty(),
        OptionalLong.of(0),
        peak);
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(
        ProcessHandle.current()
            .info()
            .command()
            .orElse(System.getProperty("java.home") + File.separator + "bin/java"));
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.startsWith("-XX:AOTCacheOutput") && !option.startsWith("-agentlib")) {
        command.add(option);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }
}
