package org.caisse.jobs.decision;

import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.springframework.batch.core.step.StepExecution;

/**
 * Does what a decision does by itself: a receipt settled by hand belongs to whom the person said,
 * and a period that two persons close is closed. Waivers and refunds are facts of the next
 * settlement.
 */
final class ApplyDecision implements Steps.Work {

  private final RunContext run;

  ApplyDecision(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) {
    run.sql().sql(Sql.of(getClass(), "apply-match")).param("run", run.run().id()).update();
    run.sql().sql(Sql.of(getClass(), "apply-close")).param("run", run.run().id()).update();
  }
}
