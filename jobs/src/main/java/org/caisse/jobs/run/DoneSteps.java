package org.caisse.jobs.run;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole steps of a run whose work is committed. Spring Batch notes the end of a step in a
 * transaction of its own, after the one of the work: a process that dies between the two leaves a
 * step that looks undone, and what it wrote must not be written again.
 */
final class DoneSteps {

  private final JdbcClient sql;
  private final int runId;

  DoneSteps(JdbcClient sql, int runId) {
    this.sql = sql;
    this.runId = runId;
  }

  boolean has(String step) {
    return sql.sql("SELECT count(*) FROM run_step_done WHERE run_id = ? AND step = ?")
            .params(runId, step)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Notes that the work of a step is done; in the transaction of the work. */
  void add(String step) {
    sql.sql("INSERT INTO run_step_done VALUES (?, ?)").params(runId, step).update();
  }
}
