package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Records when a formal notice was served. */
@Command(
    name = "serve",
    description =
        "Record on which day a formal notice was served: the delay to pay runs from then. One"
            + " person is enough.")
final class ServeCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;

  @Parameters(index = "0", paramLabel = "NOTICE", description = "its number, like MED-2026-000012")
  private String notice;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      required = true,
      description = "the day on which it was served")
  private String on;

  @Option(names = "--reason", paramLabel = "TEXT", description = "how, or by whom, in one line")
  private String reason;

  @Override
  public Integer call() {
    return decide
        .with("notice", notice)
        .with("on", on)
        .with("reason", reason)
        .keep(caisse, "service");
  }
}
