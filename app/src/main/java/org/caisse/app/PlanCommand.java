package org.caisse.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Proposes an instalment plan. */
@Command(
    name = "plan",
    description =
        "Propose that an employer pays what it owes in instalments; it counts when another person"
            + " approves it. While it is kept no letters follow for its months.")
final class PlanCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "EMPLOYER", description = "number of the employer")
  private String employer;

  @Option(
      names = "--instalment",
      paramLabel = "DATE:AMOUNT",
      required = true,
      description = "what is paid until when, like 2026-05-15:50000; one for each")
  private List<String> instalments;

  @Option(
      names = "--month",
      paramLabel = "PERIOD",
      description = "a month that it covers, one for each (default: all that are due and open)")
  private List<String> months = List.of();

  @Option(
      names = "--acknowledged",
      paramLabel = "DATE",
      description = "day on which the debtor acknowledged the debt (default: the business date)")
  private String acknowledged;

  @Override
  public Integer call() {
    return decide
        .with("employer", employer)
        .withAll("instalment", instalments)
        .withAll("month", months)
        .with("acknowledged", acknowledged)
        .with("reason", reason.text())
        .keep(caisse, "plan");
  }
}
