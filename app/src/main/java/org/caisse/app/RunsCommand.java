package org.caisse.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists runs. */
@Command(name = "runs", description = "List runs, the latest first.")
final class RunsCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Option(names = "--open", description = "only those that did not complete")
  private boolean open;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(caisse)) {
      List<Map<String, Object>> runs = new RunView(session).list(open);
      if (caisse.json()) {
        out.println(Json.text(runs));
        return Caisse.DONE;
      }
      out.printf(
          "%5s  %-44s %-10s %-11s %8s %9s  %s%n",
          "run", "what", "status", "date", "seconds", "rejects", "by");
      for (Map<String, Object> run : runs) {
        out.printf(
            "%5s  %-44s %-10s %-11s %8s %9s  %s%n",
            run.get("id"),
            run.get("run"),
            run.get("status"),
            run.get("business_date"),
            run.get("seconds"),
            run.get("rejects"),
            run.get("by"));
      }
      return Caisse.DONE;
    }
  }
}
