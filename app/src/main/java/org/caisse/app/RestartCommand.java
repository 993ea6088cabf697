package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Continues a run. */
@Command(
    name = "restart",
    description = "Continue a run that stopped, failed or died, where it was.")
final class RestartCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "its number or label")
  private String word;

  @Option(
      names = "--dry-run",
      description =
          "do everything and keep nothing: says what would be posted, documents are marked")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (Session session = Session.open(caisse, dryRun)) {
      return new Runner(session, spec.commandLine().getOut(), caisse.json())
          .restart(new RunView(session).find(word))
          .exitCode();
    }
  }
}
