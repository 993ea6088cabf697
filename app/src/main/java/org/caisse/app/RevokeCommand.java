package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Proposes to take a decision back. */
@Command(
    name = "revoke",
    description =
        "Propose to take back a waiver, a write-off, a prescription, an instalment plan, the"
            + " service of a notice or a certificate; it counts when another person approves it,"
            + " and the next settlement reverses what was posted.")
final class RevokeCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(
      index = "0",
      paramLabel = "DECISION",
      description = "its number, as `caisse decisions` lists it")
  private String decision;

  @Override
  public Integer call() {
    return decide.with("decision", decision).with("reason", reason.text()).keep(caisse, "revoke");
  }
}
