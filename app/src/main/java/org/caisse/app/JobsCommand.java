package org.caisse.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.RunParameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the jobs. */
@Command(name = "jobs", description = "List the jobs with their parameters.")
final class JobsCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (caisse.json()) {
      List<Map<String, Object>> list = new ArrayList<>();
      for (CaisseJob job : Session.jobs().values()) {
        list.add(
            Map.of("job", job.name(), "purpose", job.purpose(), "parameters", job.parameters()));
      }
      out.println(Json.text(list));
      return Caisse.DONE;
    }
    for (CaisseJob job : Session.jobs().values()) {
      out.printf("%-26s%s%n", job.name(), job.purpose());
      for (RunParameter parameter : job.parameters()) {
        out.printf(
            "    %-22s%s%s%n",
            parameter.name() + "=", parameter.meaning(), parameter.required() ? "" : " (optional)");
      }
    }
    return Caisse.DONE;
  }
}
