package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Proposes to close an accounting period. */
@Command(
    name = "close-period",
    description =
        "Propose to close an accounting period, for good; it is closed when another person approves"
            + " it.")
final class ClosePeriodCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "PERIOD", description = "month, like 2026-02")
  private String period;

  @Override
  public Integer call() {
    return decide.with("period", period).with("reason", reason.text()).keep(caisse, "close");
  }
}
