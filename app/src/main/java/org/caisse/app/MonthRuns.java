package org.caisse.app;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Language;
import org.caisse.jobs.run.Run;
import org.caisse.schedules.CareMonth;
import org.caisse.schedules.ContributionMonth;
import org.caisse.schedules.ContributionMonth.Planned;
import org.caisse.schedules.MoneyDays;

/**
 * The runs of a month, contributions first, then money received, then care; one after the other,
 * until one fails.
 */
final class MonthRuns {

  private final Session session;
  private final List<Planned> plan;

  MonthRuns(Session session, YearMonth month) {
    this.session = session;
    Path inbox = session.environment().workspace().inbox();
    this.plan = new ArrayList<>(ContributionMonth.plan(month, inbox, month.atDay(1)));
    plan.addAll(MoneyDays.plan(month, inbox));
    if (session.environment().law().pack().care() != null) {
      plan.addAll(CareMonth.plan(month, inbox));
    }
  }

  /** Whether the inbox has nothing for the month. */
  boolean isEmpty() {
    return plan.isEmpty();
  }

  /**
   * Does what is new.
   *
   * @return the greatest of the exit codes
   */
  int run(Runner runner, Language language) {
    int exit = Caisse.DONE;
    for (Planned planned : plan) {
      if (exit == Caisse.FAILED) {
        return exit;
      }
      List<Run> runs = session.runs().all();
      boolean overtaken =
          ContributionMonth.isOvertaken(planned, runs)
              || MoneyDays.isOvertaken(planned, runs)
              || CareMonth.isOvertaken(planned, runs);
      if (!overtaken) {
        exit = Math.max(exit, runner.run(planned.job(), planned.parameters(), language).exitCode());
      }
    }
    return exit;
  }
}
