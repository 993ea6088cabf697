package org.caisse.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.caisse.schedules.ContributionMonth;
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
      "Run a contribution month: for each folder of the inbox that is named after a day of receipt"
          + " (2026-03-09),",
      "take in its declarations and assess the month. Only what is new is done."
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
    LocalDate from = month.atDay(1);
    List<ContributionMonth.Planned> plan =
        ContributionMonth.plan(month, session.environment().workspace().inbox(), from);
    if (plan.isEmpty()) {
      throw new UsageException(
          "the inbox %s has no folder named after a day from %s on"
              .formatted(session.environment().workspace().inbox(), from));
    }
    Runner runner = new Runner(session, spec.commandLine().getOut(), caisse.json());
    int exit = Caisse.DONE;
    for (ContributionMonth.Planned planned : plan) {
      if (ContributionMonth.isOvertaken(planned, session.runs().all())) {
        continue;
      }
      RunOutcome outcome =
          runner.run(
              planned.job(),
              planned.parameters(),
              caisse.language(session.environment().settings().language()));
      exit = Math.max(exit, outcome.exitCode());
      if (exit == Caisse.FAILED) {
        break;
      }
    }
    return exit;
  }
}
