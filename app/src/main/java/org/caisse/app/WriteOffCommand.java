package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Proposes to write a debt off. */
@Command(
    name = "write-off",
    description =
        "Propose to give up a debt that cannot be collected, or a part of it; it counts when"
            + " another person approves it.")
final class WriteOffCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "EMPLOYER", description = "number of the employer")
  private String employer;

  @Parameters(index = "1", paramLabel = "PERIOD", description = "month, like 2026-02")
  private String period;

  @Parameters(
      index = "2",
      paramLabel = "COMPONENT",
      description = "contribution, late_declaration or late_payment")
  private String component;

  @Parameters(index = "3", paramLabel = "AMOUNT", description = "how much at most")
  private String amount;

  @Override
  public Integer call() {
    return decide
        .with("employer", employer)
        .with("period", period)
        .with("component", component)
        .with("amount", amount)
        .with("reason", reason.text())
        .keep(caisse, "write-off");
  }
}
