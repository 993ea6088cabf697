package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Proposes to waive a debt. */
@Command(
    name = "waive",
    description =
        "Propose to waive a debt, or a part of it, of an employer or of an insured person who pays"
            + " himself; it counts when another person approves it.")
final class WaiveCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;
  @Mixin private NamedDebt debt;

  @Override
  public Integer call() {
    return debt.to(decide).with("reason", reason.text()).keep(caisse, "waiver");
  }
}
