package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Proposes to pay an advance back. */
@Command(
    name = "refund",
    description =
        "Propose to pay an advance back to an employer; it counts when another person approves it.")
final class RefundCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EMPLOYER", description = "number of the employer")
  private String employer;

  @Parameters(index = "1", paramLabel = "AMOUNT", description = "how much")
  private String amount;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why, in one line")
  private String reason;

  @Option(names = "--by", paramLabel = "NAME", description = "who (default: who is logged in)")
  private String by;

  @Option(names = "--date", paramLabel = "DATE", description = "business date (default: today)")
  private String date;

  @Override
  public Integer call() {
    return new Decide(caisse, spec.commandLine().getOut(), "refund", by, date)
        .with("employer", employer)
        .with("amount", amount)
        .with("reason", reason)
        .keep();
  }
}
