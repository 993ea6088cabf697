package org.caisse.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Proposes to waive a debt. */
@Command(
    name = "waive",
    description =
        "Propose to waive a debt of an employer, or a part of it; it counts when another person"
            + " approves it.")
final class WaiveCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EMPLOYER", description = "number of the employer")
  private String employer;

  @Parameters(index = "1", paramLabel = "PERIOD", description = "month, like 2026-02")
  private String period;

  @Parameters(
      index = "2",
      paramLabel = "COMPONENT",
      description = "contribution, late_declaration or late_payment")
  private String component;

  @Parameters(index = "3", paramLabel = "AMOUNT", description = "how much at most")
  private String amount;

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
    return new Decide(caisse, spec.commandLine().getOut(), "waiver", by, date)
        .with("employer", employer)
        .with("period", period)
        .with("component", component)
        .with("amount", amount)
        .with("reason", reason)
        .keep();
  }
}
