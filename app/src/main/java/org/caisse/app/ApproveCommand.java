package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Approves what another person proposed. */
@Command(
    name = "approve",
    description =
        "Approve what another person proposed: a waiver, a refund, a write-off,"
            + " a plan, taking a decision back, the closing of a period.")
final class ApproveCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;

  @Parameters(
      index = "0",
      paramLabel = "DECISION",
      description = "its number, as `caisse decisions` lists it")
  private String decision;

  @Override
  public Integer call() {
    return decide.with("decision", decision).keep(caisse, "approve");
  }
}
