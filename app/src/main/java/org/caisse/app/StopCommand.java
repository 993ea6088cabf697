package org.caisse.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.caisse.jobs.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Stops a run. */
@Command(
    name = "stop",
    description = "Ask a run to stop at its next commit, from whichever process executes it.")
final class StopCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "its number or label")
  private String word;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(caisse)) {
      Run run = new RunView(session).find(word);
      if (!session.runs().requestStop(run.id())) {
        out.printf("Run %d is not under way: it is %s.%n", run.id(), run.status());
        return Caisse.USAGE;
      }
      out.printf(
          "Run %d will stop at its next commit; `caisse restart %d` goes on from there.%n",
          run.id(), run.id());
      return Caisse.DONE;
    }
  }
}
