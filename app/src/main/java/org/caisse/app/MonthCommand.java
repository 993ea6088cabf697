package org.caisse.app;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the jobs of a month in order. */
@Command(
    name = "month",
    description = {
      "Run a month: for each folder of the inbox that is named after a day of receipt"
          + " (2026-03-09), take in its declarations and assess the month;",
      "for each such folder of inbox/receipts and inbox/remittances, take in what was paid and"
          + " settle accounts;",
      "for each such folder of inbox/invoices, open and close rights, take in the invoices, decide"
          + " on them and tell the providers. Only what is new is done."
    })
final class MonthCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PERIOD", description = "the month, like 2026-02")
  private String period;

  @Option(
      names = "--dry-run",
      description =
          "do everything and keep nothing: says what would be posted, documents are marked")
  private boolean dryRun;

  @Override
  public Integer call() {
    YearMonth month;
    try {
      month = YearMonth.parse(period);
    } catch (DateTimeException e) {
      throw new UsageException("%s is no month; write it like 2026-02".formatted(period), e);
    }
    try (Session session = Session.open(caisse, dryRun)) {
      return run(session, month);
    }
  }

  private int run(Session session, YearMonth month) {
    MonthRuns runs = new MonthRuns(session, month);
    if (runs.isEmpty()) {
      throw new UsageException(
          "the inbox %s has no folder named after a day from %s on"
              .formatted(session.environment().workspace().inbox(), month.atDay(1)));
    }
    return runs.run(
        new Runner(session, spec.commandLine().getOut(), caisse.json()),
        caisse.language(session.environment().settings().language()));
  }
}
