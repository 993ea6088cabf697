package org.caisse.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.caisse.jobs.run.AbandonRun;
import org.caisse.jobs.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Gives a run up. */
@Command(
    name = "abandon",
    description = {
      "Give up a run that never can complete, so that another one of its job and day can begin.",
      "Only while it has filed, posted, numbered and published nothing. Nothing of it counts"
          + " afterwards, and its files can be taken in again; its rows stay, and its manifest says"
          + " who gave it up and why."
    })
final class AbandonCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "its number or label")
  private String word;

  @Mixin private Reason reason;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(caisse)) {
      Run run = new RunView(session).find(word);
      new AbandonRun(session.environment()).abandon(run, reason.text());
      out.printf(
          "Run %d (%s) is given up: nothing of it counts, and its files can be taken in again.%n",
          run.id(), run.key().label());
      return Caisse.DONE;
    }
  }
}
