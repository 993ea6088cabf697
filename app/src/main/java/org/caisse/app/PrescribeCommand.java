package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Proposes to give up what is prescribed. */
@Command(
    name = "prescribe",
    description =
        "Propose to give up all that is open of a month because the period has run in which it"
            + " could be asked for; refused, with the dates, when it has not. It counts when"
            + " another person approves it.")
final class PrescribeCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "EMPLOYER", description = "number of the employer")
  private String employer;

  @Parameters(index = "1", paramLabel = "PERIOD", description = "month, like 2021-02")
  private String period;

  @Override
  public Integer call() {
    return decide
        .with("employer", employer)
        .with("period", period)
        .with("reason", reason.text())
        .keep(caisse, "prescription");
  }
}
