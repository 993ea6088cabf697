package org.caisse.app;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caisse.config.text.Language;
import org.caisse.jobs.run.LeftOut;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.caisse.schedules.GracefulStop;

/** Asks for runs on behalf of a person at a terminal or of a program, and says how they ended. */
final class Runner {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_LEFT_OUT = 3;

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
      RunOutcome outcome = ask.ask(new Watch(stop, session.environment().isDryRun(), out, json));
      if (json) {
        out.println(Json.text(asJson(outcome)));
      } else if (session.environment().isDryRun()) {
        sayTriedOut(outcome);
      } else {
        say(outcome);
      }
      out.flush();
      return outcome;
    }
  }

  private Map<String, Object> asJson(RunOutcome outcome) {
    boolean dryRun = session.environment().isDryRun();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("run", outcome.run() == null ? "" : outcome.run().key().label());
    if (!dryRun) {
      said.put("id", outcome.run() == null ? 0 : outcome.run().id());
    }
    said.put("result", outcome.result().name());
    said.put("rejects", outcome.rejects());
    said.put("message", outcome.message());
    said.put("left_out", outcome.leftOut().stream().map(Runner::asJson).toList());
    said.put("exit", outcome.exitCode());
    said.put("dry_run", dryRun);
    if (dryRun && outcome.result() == RunOutcome.Result.COMPLETED) {
      said.put("would", new WouldDo(session, outcome.run()).json());
    }
    return said;
  }

  private static Map<String, Object> asJson(LeftOut file) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("path", file.path().toString());
    said.put("file", file.before().id());
    said.put("taken", file.before().label());
    said.put("received_on", file.before().receivedOn().toString());
    said.put("withdrawn", file.before().isWithdrawn());
    return said;
  }

  private void say(RunOutcome outcome) {
    String label = outcome.run() == null ? "" : outcome.run().key().label();
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
    sayLeftOut(outcome.leftOut());
  }

  private void sayTriedOut(RunOutcome outcome) {
    String label = outcome.run() == null ? "" : outcome.run().key().label();
    switch (outcome.result()) {
      case COMPLETED -> {
        out.printf(
            "%s: run %s would be completed%s; nothing of it stays.%n",
            WouldDo.MARK, label, rejects(outcome.rejects()));
        new WouldDo(session, outcome.run()).print(out);
      }
      case ALREADY_DONE ->
          out.println(
              WouldDo.MARK
                  + (outcome.run() == null
                      ? ": there would be nothing to do: no new file."
                      : ": nothing is new since run %s: there would be nothing to do."
                          .formatted(label)));
      case FAILED, STOPPED, BUSY ->
          out.printf(
              "%s: run %s would not be completed: %s; nothing of it stays.%n",
              WouldDo.MARK, label, outcome.message());
    }
    sayLeftOut(outcome.leftOut());
  }

  private void sayLeftOut(List<LeftOut> files) {
    for (boolean withdrawn : new boolean[] {false, true}) {
      List<LeftOut> some =
          files.stream().filter(file -> file.before().isWithdrawn() == withdrawn).toList();
      if (some.isEmpty()) {
        continue;
      }
      String first =
          some.stream()
              .limit(MOST_LEFT_OUT)
              .map(
                  file ->
                      "%s is file %d (%s)"
                          .formatted(
                              file.path().getFileName(), file.before().id(), file.before().label()))
              .collect(Collectors.joining(", "));
      out.printf(
          "  %s: %s%s%s%n",
          withdrawn ? "withdrawn, and not sent again" : "taken in before",
          first,
          some.size() > MOST_LEFT_OUT
              ? " and %d more; `caisse files` lists them".formatted(some.size() - MOST_LEFT_OUT)
              : "",
          withdrawn ? "; name a file itself to take it in again" : "");
    }
  }

  /** Whether a person watches; without a terminal Java gives no console, or one that is none. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static String rejects(long rejects) {
    return rejects == 0 ? "" : ", with " + Counted.of(rejects, "rejects");
  }

  /** Passes progress on, and tells the graceful stop which run is under way. */
  private static final class Watch implements RunProgress {

    private final GracefulStop stop;
    private final boolean dryRun;
    private final PrintWriter out;
    private final boolean json;
    private RunProgress shown = RunProgress.NONE;

    Watch(GracefulStop stop, boolean dryRun, PrintWriter out, boolean json) {
      this.stop = stop;
      this.dryRun = dryRun;
      this.out = out;
      this.json = json;
    }

    @Override
    public void runStarted(Run run) {
      if (!dryRun) {
        // A process that tries something out may end at any time: nothing is to be brought to an
        // end.
        stop.executing(run);
      }
      if (!json) {
        String what = dryRun ? "dry run: " + run.key().job() : run.key().job();
        shown = new ConsoleProgress(out, Runner.onTerminal(), what);
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
    public void remark(String sentence) {
      shown.remark(sentence);
    }

    @Override
    public void stepEnded(String step, boolean completed) {
      shown.stepEnded(step, completed);
    }
  }
}
