package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says that two numbers are two persons. */
@Command(
    name = "distinct",
    description = "Say that two numbers are two persons: they are not shown as candidates again.")
final class DistinctCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "PERSON", description = "number of the one")
  private String keep;

  @Parameters(index = "1", paramLabel = "OTHER", description = "number of the other")
  private String drop;

  @Override
  public Integer call() {
    return decide
        .with("keep", keep)
        .with("drop", drop)
        .with("reason", reason.text())
        .keepOfPersons(caisse, "distinct");
  }
}
