package org.caisse.jobs.control;

import java.util.List;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.springframework.batch.core.step.StepExecution;

/**
 * Checks in SQL that what a run wrote holds together; a broken invariant fails the run, before
 * anything is published.
 */
public final class ControlStep implements Steps.Work {

  private final RunContext run;
  private final String control;

  /**
   * @param control name of the control query of the run
   */
  public ControlStep(RunContext run, String control) {
    this.run = run;
    this.control = control;
  }

  @Override
  public void run(StepExecution step) {
    analyze();
    List<Violation> violations = Control.ofRun(run.sql(), control, run.run().id());
    if (!violations.isEmpty()) {
      throw new BrokenInvariantException(run.run().key().label(), violations);
    }
  }

  /**
   * Tells the planner what the run wrote: on tables that were empty a moment ago it would choose
   * plans that take minutes. Old partitions have not changed and are left alone.
   */
  private void analyze() {
    for (String table :
        run.sql().sql(Sql.of(ControlStep.class, "written-tables")).query(String.class).list()) {
      run.sql().sql("ANALYZE " + table).update();
    }
  }
}
