package org.caisse.jobs.entitlement;

import org.caisse.jobs.run.RunContext;

/** The runs whose rights stand when a run begins. */
final class RightsBefore {

  private RightsBefore() {}

  /** Those that completed before it; runs of the job come one after the other. */
  static Integer[] of(RunContext run) {
    return run.sql()
        .sql(
            "SELECT run_id FROM run WHERE job = ? AND status = 'COMPLETED' AND run_id < ? ORDER BY"
                + " run_id")
        .params(Entitlement.NAME, run.run().id())
        .query(Integer.class)
        .list()
        .toArray(Integer[]::new);
  }

  /** What the facts of a run are. */
  static JoinedRights.Asked asked(RunContext run, long after) {
    return new JoinedRights.Asked(
        run.inputArray(), run.withdrawnArray(), of(run), run.run().id(), 0, after);
  }
}
