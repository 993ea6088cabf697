package org.caisse.jobs.entitlement;

import java.util.List;
import org.caisse.jobs.run.RunContext;

/** The runs whose rights stand when a run begins. */
final class RightsBefore {

  private RightsBefore() {}

  /** Those that completed before it; runs of the job come one after the other. */
  static List<Integer> of(RunContext run) {
    return run.sql()
        .sql(
            "SELECT run_id FROM run WHERE job = ? AND status = 'COMPLETED' AND run_id < ? ORDER BY"
                + " run_id")
        .params(Entitlement.NAME, run.run().id())
        .query(Integer.class)
        .list();
  }

  /** What the facts of a run are. */
  static JoinedRights.Asked asked(RunContext run, long after) {
    return new JoinedRights.Asked(run.inputs(), run.withdrawn(), of(run), run.run().id(), 0, after);
  }
}
