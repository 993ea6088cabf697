package org.caisse.readers.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A long run over all targets, or over one: as many inputs as a time allows, taking turns. What
 * fails is kept in a folder under its target and number; {@code FuzzTest} can be given the number.
 */
final class Fuzz {

  private static final int INPUTS_A_TURN = 50;
  private static final int MOST_FINDINGS_EACH = 20;

  private final List<Turns> targets = new ArrayList<>();
  private final Path findings;
  private final Path folder;
  private final PrintStream out;

  /** What one target has seen. */
  private static final class Turns {
    private final FuzzTarget target;
    private final Mutations mutations;
    private long next;
    private long inputs;
    private long lines;
    private long refused;
    private int failed;
    private long slowestNanos;
    private long slowest;

    Turns(FuzzTarget target, long from) throws IOException {
      this.target = target;
      this.mutations = new Mutations(target);
      this.next = from;
    }
  }

  private Fuzz(Path findings, Path folder, PrintStream out) {
    this.findings = findings;
    this.folder = folder;
    this.out = out;
  }

  /**
   * @param arguments seconds, first number, folder for findings, names of targets (none: all)
   */
  @SuppressWarnings("SystemOut") // a program of its own
  public static void main(String[] arguments) throws IOException {
    long seconds = Long.parseLong(arguments[0]);
    long from = Long.parseLong(arguments[1]);
    Path findings = Files.createDirectories(Path.of(arguments[2]));
    Fuzz fuzz = new Fuzz(findings, Files.createTempDirectory("caisse-fuzz"), System.out);
    List<String> names = List.of(arguments).subList(3, arguments.length);
    for (FuzzTarget target : Targets.all()) {
      if (names.isEmpty() || names.contains(target.name())) {
        fuzz.targets.add(new Turns(target, from));
      }
    }
    fuzz.run(System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    boolean failed = fuzz.report();
    if (failed) {
      System.exit(1);
    }
  }

  private void run(long deadline) throws IOException {
    while (System.nanoTime() < deadline) {
      for (Turns turns : targets) {
        for (int n = 0; n < INPUTS_A_TURN && System.nanoTime() < deadline; n++) {
          one(turns);
        }
      }
    }
  }

  private void one(Turns turns) throws IOException {
    long number = turns.next++;
    byte[] input = turns.mutations.input(number);
    long started = System.nanoTime();
    try {
      FuzzTarget.Outcome outcome = turns.target.check(input, folder);
      turns.lines += outcome.lines();
      turns.refused += outcome.refused() ? 1 : 0;
    } catch (RuntimeException
        | AssertionError
        | IOException
        | StackOverflowError
        | OutOfMemoryError e) {
      found(turns, number, input, e);
    }
    long nanos = System.nanoTime() - started;
    if (nanos > turns.slowestNanos) {
      turns.slowestNanos = nanos;
      turns.slowest = number;
    }
    turns.inputs++;
  }

  private void found(Turns turns, long number, byte[] input, Throwable why) throws IOException {
    if (turns.failed++ >= MOST_FINDINGS_EACH) {
      return;
    }
    Path file = findings.resolve(turns.target.name() + "-" + number);
    Files.write(file, input);
    out.println(file + ": " + why);
    for (StackTraceElement element : why.getStackTrace()) {
      if (element.getClassName().startsWith("org.caisse")) {
        out.println("    " + element);
      }
    }
  }

  private boolean report() {
    long inputs = 0;
    long refused = 0;
    long lines = 0;
    long failed = 0;
    out.printf(
        "%-24s %9s %9s %12s %7s %s%n", "target", "inputs", "refused", "lines", "failed", "slowest");
    for (Turns turns : targets) {
      out.printf(
          "%-24s %9d %9d %12d %7d %d ms (input %d)%n",
          turns.target.name(),
          turns.inputs,
          turns.refused,
          turns.lines,
          turns.failed,
          TimeUnit.NANOSECONDS.toMillis(turns.slowestNanos),
          turns.slowest);
      inputs += turns.inputs;
      refused += turns.refused;
      lines += turns.lines;
      failed += turns.failed;
    }
    out.printf("%-24s %9d %9d %12d %7d%n", "all", inputs, refused, lines, failed);
    return failed > 0;
  }
}
