package org.caisse.jobs.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.document.NumberDocuments;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.batch.core.job.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells providers and insured persons what was decided since they were told last; what is told is
 * firm from then on. What was told before and stands no more is taken back, and told anew.
 */
public final class CareRemittance implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "remittance";

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(run.steps().whole("tell", new TellDecisions(run)))
        .next(run.steps().whole("control", ControlStep.ofLines(run, "care-remittance")))
        .next(
            run.steps()
                .whole(
                    "numbers",
                    new NumberDocuments(run, Sql.of(getClass(), "number-remittances"), Map.of())))
        .next(
            run.steps()
                .whole(
                    "statement-numbers",
                    new NumberDocuments(
                        run, Sql.of(getClass(), "number-care-statements"), Map.of())))
        .next(run.steps().whole("documents", new CareRemittanceDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "remittance-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    LocalDate date = new Values(this, values).date("date");
    boolean decided =
        JdbcClient.create(environment.dataSource())
            .sql(
                "SELECT EXISTS (SELECT FROM run WHERE job = ? AND status = 'COMPLETED' AND"
                    + " business_date <= ?)")
            .params(ClaimAdjudication.NAME, date)
            .query(Boolean.class)
            .single();
    if (!decided) {
      throw new UsageException(
          "no care was decided on by %s: first `caisse run %s date=%s`"
              .formatted(date, ClaimAdjudication.NAME, date));
    }
    CareDays.requireInOrder(environment, date, "told");
    return new RunRequest(
        date.toString(),
        date,
        false,
        List.of(),
        List.of(),
        List.of(RegistryLoad.NAME, ClaimAdjudication.NAME),
        date);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "tells providers and insured persons what is paid of their care, and why not more";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(new RunParameter("date", true, "business date, like 2026-03-31"));
  }
}
