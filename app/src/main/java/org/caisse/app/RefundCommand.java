package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Proposes to pay an advance back. */
@Command(
    name = "refund",
    description =
        "Propose to pay an advance back to an employer, or to an insured person who pays himself;"
            + " it counts when another person approves it.")
final class RefundCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "EMPLOYER|PERSON", description = "whose advance")
  private String employer;

  @Parameters(index = "1", paramLabel = "AMOUNT", description = "how much")
  private String amount;

  @Override
  public Integer call() {
    return decide
        .with("employer", employer)
        .with("amount", amount)
        .with("reason", reason.text())
        .keep(caisse, "refund");
  }
}
