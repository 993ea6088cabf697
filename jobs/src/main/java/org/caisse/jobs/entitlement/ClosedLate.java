package org.caisse.jobs.entitlement;

import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.springframework.batch.core.step.StepExecution;

/**
 * Keeps which days a run closed that had stood open and are past: care of these days may have been
 * paid, which is not taken back.
 */
final class ClosedLate implements Steps.Work {

  private final RunContext run;

  ClosedLate(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) {
    run.sql()
        .sql(Sql.of(getClass(), "closed-late"))
        .param("run", run.run().id())
        .param("before", RightsBefore.of(run).toArray(Integer[]::new))
        .param("date", run.run().businessDate())
        .update();
  }
}
