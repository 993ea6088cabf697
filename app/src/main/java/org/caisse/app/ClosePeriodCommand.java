package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Proposes to close an accounting period. */
@Command(
    name = "close-period",
    description =
        "Propose to close an accounting period, for good; it is closed when another person approves"
            + " it.")
final class ClosePeriodCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PERIOD", description = "month, like 2026-02")
  private String period;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why, in one line")
  private String reason;

  @Option(names = "--by", paramLabel = "NAME", description = "who (default: who is logged in)")
  private String by;

  @Option(names = "--date", paramLabel = "DATE", description = "business date (default: today)")
  private String date;

  @Override
  public Integer call() {
    return new Decide(caisse, spec.commandLine().getOut(), "close", by, date)
        .with("period", period)
        .with("reason", reason)
        .keep();
  }
}
