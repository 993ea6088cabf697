package org.caisse.app;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Language;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.caisse.schedules.GracefulStop;

/** Asks for runs on behalf of a person at a terminal or of a program, and says how they ended. */
final class Runner {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Session session;
  private final PrintWriter out;
  private final boolean json;

  Runner(Session session, PrintWriter out, boolean json) {
    this.session = session;
    this.out = out;
    this.json = json;
  }

  /** Runs a job, or continues its unfinished run. */
  RunOutcome run(String job, Map<String, List<String>> parameters, Language language) {
    return watched(progress -> session.launcher().run(job, parameters, language, progress));
  }

  /** Continues a run. */
  RunOutcome restart(Run run) {
    return watched(progress -> session.launcher().restart(run, progress));
  }

  @FunctionalInterface
  private interface Ask {
    RunOutcome ask(RunProgress progress);
  }

  private RunOutcome watched(Ask ask) {
    try (GracefulStop stop = new GracefulStop(session.runs(), PATIENCE)) {
      RunOutcome outcome = ask.ask(new Watch(stop, out, json));
      say(outcome);
      return outcome;
    }
  }

  private void say(RunOutcome outcome) {
    String label = outcome.run() == null ? "" : outcome.run().key().label();
    if (json) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("run", label);
      said.put("id", outcome.run() == null ? 0 : outcome.run().id());
      said.put("result", outcome.result().name());
      said.put("rejects", outcome.rejects());
      said.put("message", outcome.message());
      said.put("exit", outcome.exitCode());
      out.println(Json.text(said));
      return;
    }
    String id = outcome.run() == null ? "" : Integer.toString(outcome.run().id());
    switch (outcome.result()) {
      case COMPLETED ->
          out.printf("Run %s (%s) is completed%s.%n", id, label, rejects(outcome.rejects()));
      case ALREADY_DONE ->
          out.println(
              outcome.run() == null
                  ? "There is nothing to do: no new file."
                  : "Nothing is new since run %s (%s): nothing to do.".formatted(id, label));
      case STOPPED ->
          out.printf("Run %s (%s) was stopped; go on with `caisse restart %s`.%n", id, label, id);
      case FAILED ->
          out.printf(
              "Run %s (%s) failed: %s%nWhen the cause is mended, `caisse restart %s` goes on where"
                  + " it was.%n",
              id, label, outcome.message(), id);
      case BUSY ->
          out.printf(
              "Nothing was started: %s; watch it with `caisse show %s`.%n", outcome.message(), id);
    }
    out.flush();
  }

  /** Whether a person watches; without a terminal Java gives no console, or one that is none. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static String rejects(long rejects) {
    return rejects == 0 ? "" : rejects == 1 ? ", with 1 reject" : ", with " + rejects + " rejects";
  }

  /** Passes progress on, and tells the graceful stop which run is under way. */
  private static final class Watch implements RunProgress {

    private final GracefulStop stop;
    private final PrintWriter out;
    private final boolean json;
    private RunProgress shown = RunProgress.NONE;

    Watch(GracefulStop stop, PrintWriter out, boolean json) {
      this.stop = stop;
      this.out = out;
      this.json = json;
    }

    @Override
    public void runStarted(Run run) {
      stop.executing(run);
      if (!json) {
        shown = new ConsoleProgress(out, Runner.onTerminal(), run.key().job());
      }
    }

    @Override
    public void stepStarted(String step) {
      shown.stepStarted(step);
    }

    @Override
    public void expect(long total, String unit) {
      shown.expect(total, unit);
    }

    @Override
    public void advancedTo(long done) {
      shown.advancedTo(done);
    }

    @Override
    public void stepEnded(String step, boolean completed) {
      shown.stepEnded(step, completed);
    }
  }
}
