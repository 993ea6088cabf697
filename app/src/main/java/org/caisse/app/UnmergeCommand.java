package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes back that two numbers are one person. */
@Command(name = "unmerge", description = "Take back that two numbers are one person.")
final class UnmergeCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "KEEP", description = "number that stayed")
  private String keep;

  @Parameters(index = "1", paramLabel = "DROP", description = "number that belongs to itself again")
  private String drop;

  @Override
  public Integer call() {
    return decide
        .with("keep", keep)
        .with("drop", drop)
        .with("reason", reason.text())
        .keepOfPersons(caisse, "unmerge");
  }
}
