package org.caisse.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.replay.Difference;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.replay.ReplayException;
import org.caisse.jobs.replay.ReplayReport;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Replays a run from its archive. */
@Command(
    name = "replay",
    description = {
      "Feed the archive of a run to the rules again and compare every verdict. Needs no database:",
      "it is the proof that the archive holds what it must. Exit code 1 when anything differs."
    })
final class ReplayCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "its label, like 2026-02/contribution-assessment-1, or its number")
  private String word;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = Session.workspace(caisse.home());
    try {
      ReplayReport report = Replay.run(workspace, key());
      if (caisse.json()) {
        out.println(Json.text(json(report)));
      } else {
        print(out, report);
      }
      return report.identical() ? Caisse.DONE : Caisse.DONE_WITH_REJECTS;
    } catch (ReplayException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Caisse.FAILED;
    }
  }

  /** A label needs no database; a number has to be looked up in it. */
  private RunKey key() {
    RunKey key = RunKey.parse(word);
    if (key != null) {
      return key;
    }
    if (!word.chars().allMatch(Character::isDigit)) {
      throw new UsageException(
          "'%s' names no run; write its label, like 2026-02/contribution-assessment-1"
              .formatted(word));
    }
    try (Session session = Session.open(caisse)) {
      return new RunView(session).find(word).key();
    }
  }

  private static void print(PrintWriter out, ReplayReport report) {
    double seconds = report.duration().toMillis() / 1000.0;
    out.printf(
        Locale.ROOT,
        "%s: judged again %s, %s, %s, %s in %.1f s%n",
        report.run().label(),
        Counted.of(report.lines(), "lines"),
        Counted.of(report.declarations(), "declarations"),
        Counted.of(report.persons(), "persons"),
        Counted.of(report.employers(), "employers"),
        seconds);
    for (Difference difference : report.differences()) {
      out.printf(
          "  %s: %s: archived %s, now %s%n",
          difference.where(), difference.what(), difference.archived(), difference.now());
    }
    out.println(
        report.identical()
            ? "Identical: every verdict is what the rules and the pack of that run give."
            : Counted.of(report.differenceCount(), "differences") + ".");
  }

  private static Map<String, Object> json(ReplayReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", report.run().label());
    json.put("lines", report.lines());
    json.put("declarations", report.declarations());
    json.put("persons", report.persons());
    json.put("employers", report.employers());
    json.put("seconds", report.duration().toMillis() / 1000.0);
    json.put("difference_count", report.differenceCount());
    json.put("differences", report.differences());
    return json;
  }
}
