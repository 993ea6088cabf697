package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Approves what another person proposed. */
@Command(
    name = "approve",
    description =
        "Approve what another person proposed: a waiver, a refund, the closing of a period.")
final class ApproveCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "DECISION",
      description = "its number, as `caisse decisions` lists it")
  private String decision;

  @Option(names = "--by", paramLabel = "NAME", description = "who (default: who is logged in)")
  private String by;

  @Option(names = "--date", paramLabel = "DATE", description = "business date (default: today)")
  private String date;

  @Override
  public Integer call() {
    return new Decide(caisse, spec.commandLine().getOut(), "approve", by, date)
        .with("decision", decision)
        .keep();
  }
}
