package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says that two numbers are one person. */
@Command(
    name = "merge",
    description =
        "Say that two numbers are one person, who is known by the first from now on. One person is"
            + " enough; nothing of before changes, and `unmerge` takes it back.")
final class MergeCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "KEEP", description = "number that stays")
  private String keep;

  @Parameters(
      index = "1",
      paramLabel = "DROP",
      description = "number that belongs to it from now on")
  private String drop;

  @Override
  public Integer call() {
    return decide
        .with("keep", keep)
        .with("drop", drop)
        .with("reason", reason.text())
        .keepOfPersons(caisse, "merge");
  }
}
