package org.caisse.jobs.claim;

import java.util.List;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.springframework.batch.core.step.StepExecution;

/** Makes firm, once for ever, what is told. */
final class TellDecisions implements Steps.Work {

  private final RunContext run;

  TellDecisions(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) {
    Statistics.noNestedLoops(run);
    Statistics.roomToSort(run);
    run.sql()
        .sql(Sql.of(getClass(), "tell"))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .update();
    Statistics.refresh(run, List.of("claim_told"));
  }
}
