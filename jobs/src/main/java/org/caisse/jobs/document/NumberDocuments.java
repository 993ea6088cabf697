package org.caisse.jobs.document;

import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers the documents of a run: each series of a year goes from 1 on without gap and without
 * double. A step of its own before the documents are written, because a file appears before its
 * step commits: were the numbers taken in the same transaction, a run that dies in between would
 * leave a file with a number that the next run is given again.
 *
 * <p>Nobody else takes numbers while the step is under way. Once it has committed, the numbers
 * belong to the run for ever: a restart writes the same documents under the same numbers.
 */
public final class NumberDocuments implements Steps.Work {

  private final RunContext run;
  private final String numbering;
  private final Map<String, Object> parameters;

  /**
   * @param numbering takes the numbers and inserts the documents, with the parameters {@code :run}
   *     and {@code :year}
   * @param parameters further ones
   */
  public NumberDocuments(RunContext run, String numbering, Map<String, Object> parameters) {
    this.run = run;
    this.numbering = numbering;
    this.parameters = Map.copyOf(parameters);
  }

  @Override
  public void run(StepExecution step) {
    JdbcClient sql = run.sql();
    int id = run.run().id();
    sql.sql(numbering)
        .param("run", id)
        .param("year", run.run().businessDate().getYear())
        .params(parameters)
        .update();
    Statistics.refresh(run, List.of("document", "document_range"));
    new ControlStep(run, "numbers").run(step);
  }
}
