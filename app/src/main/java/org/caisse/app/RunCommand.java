package org.caisse.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a job. */
@Command(
    name = "run",
    description = {
      "Run a job, or continue its unfinished run.",
      "Asking twice is safe: what is done is not done again."
    })
final class RunCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "JOB",
      description = "name of the job; `caisse jobs` lists them")
  private String job;

  @Parameters(index = "1..*", paramLabel = "name=value", description = "parameters of the job")
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description =
          "do everything and keep nothing: says what would be posted, documents are marked")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (Session session = Session.open(caisse, dryRun)) {
      return new Runner(session, spec.commandLine().getOut(), caisse.json())
          .run(
              job,
              NamedValues.parse(parameters),
              caisse.language(session.environment().settings().language()))
          .exitCode();
    }
  }
}
