package org.caisse.jobs.control;

import java.util.List;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.springframework.batch.core.step.StepExecution;

/**
 * Checks in SQL that what a run wrote holds together; a broken invariant fails the run, before
 * anything is published.
 */
public final class ControlStep implements Steps.Work {

  private final RunContext run;
  private final String control;
  private final boolean ofLines;

  /**
   * @param control name of the control query of the run
   */
  public ControlStep(RunContext run, String control) {
    this(run, control, false);
  }

  private ControlStep(RunContext run, String control, boolean ofLines) {
    this.run = run;
    this.control = control;
    this.ofLines = ofLines;
  }

  /** One that adds up line by line: see {@link Statistics#sortedGroups}. */
  public static ControlStep ofLines(RunContext run, String control) {
    return new ControlStep(run, control, true);
  }

  @Override
  public void run(StepExecution step) {
    // A check reads all that a run wrote. For a plan that looks rows up one by one the server would
    // have to be right about how few they are; when it is wrong, the check never ends.
    run.sql().sql("SET LOCAL enable_nestloop = off").update();
    if (ofLines) {
      Statistics.sortedGroups(run);
    }
    List<Violation> violations = Control.ofRun(run.sql(), control, run.run().id());
    if (!violations.isEmpty()) {
      throw new BrokenInvariantException(run.run().key().label(), violations);
    }
  }
}
