package org.caisse.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.caisse.jobs.run.ManifestFiles;
import org.caisse.jobs.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Looks after runs whose process died. */
@Command(
    name = "recover",
    description = {
      "Find runs whose process died and mark them as failed, so that lists show the truth;",
      "write manifest files that are missing.",
      "Living runs are left alone. `restart` recovers by itself; this is for looking around after a"
          + " crash."
    })
final class RecoverCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(caisse)) {
      int manifests = new ManifestFiles(session.environment()).publish();
      if (manifests > 0) {
        out.printf("%d completed runs had no manifest file: written.%n", manifests);
      }
      List<Run> unfinished = session.runs().unfinished();
      int recovered = 0;
      for (Run run : unfinished) {
        if (session.launcher().recover(run)) {
          recovered++;
          out.printf(
              "Run %d (%s) had died; go on with `caisse restart %d`.%n",
              run.id(), run.key().label(), run.id());
        } else if (session.launcher().isExecuting(run)) {
          out.printf("Run %d (%s) is under way.%n", run.id(), run.key().label());
        } else {
          out.printf(
              "Run %d (%s) is %s; go on with `caisse restart %d`.%n",
              run.id(), run.key().label(), run.status(), run.id());
        }
      }
      if (unfinished.isEmpty()) {
        out.println("No run is unfinished.");
      } else if (recovered == 0) {
        out.println("No run had died.");
      }
      return Caisse.DONE;
    }
  }
}
