package org.caisse.jobs.run;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last step of every run: writes its manifest and marks it completed, in one transaction. The
 * row in the database is the truth, the file is made from it afterwards.
 */
public final class CompleteRun implements Steps.Work {

  private final RunContext run;
  private final String countsSql;

  /**
   * @param countsSql one row of named counts and totals of the run, with the parameter {@code :run}
   */
  public CompleteRun(RunContext run, String countsSql) {
    this.run = run;
    this.countsSql = countsSql;
  }

  @Override
  public void run(StepExecution step) {
    JdbcClient sql = run.sql();
    int id = run.run().id();
    sql.sql(Sql.of(CompleteRun.class, "archive-outputs")).param(id).update();
    RunManifest manifest = new RunManifest(sql, run.environment(), run.run());
    Map<String, Object> body = manifest.body();
    body.put("counts", new TreeMap<>(sql.sql(countsSql).param("run", id).query().singleRow()));
    body.put("outputs", manifest.rows("manifest-outputs"));
    manifest.add(body);
    sql.sql("UPDATE run SET status = 'COMPLETED', ended_at = now() WHERE run_id = ?")
        .param(id)
        .update();
  }
}
