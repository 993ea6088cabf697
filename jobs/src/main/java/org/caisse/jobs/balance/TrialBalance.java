package org.caisse.jobs.balance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Values;
import org.caisse.jobs.takeon.TakeOn;
import org.springframework.batch.core.job.Job;

/** Writes the trial balance of an accounting period from all that is posted by now. */
public final class TrialBalance implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "trial-balance";

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(run.steps().whole("control", new ControlStep(run, "balance")))
        .next(run.steps().whole("documents", new BalanceDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "balance-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate period = given.month("period");
    return new RunRequest(
        period.toString().substring(0, 7),
        given.date("date"),
        false,
        List.of(),
        List.of(
            ContributionAssessment.NAME, ReceiptIntake.NAME, TakeOn.NAME, AccountSettlement.NAME));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean appliesLaw() {
    return false;
  }

  @Override
  public String purpose() {
    return "writes the trial balance of an accounting period";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("period", true, "accounting period, like 2026-02"),
        new RunParameter("date", true, "business date, like 2026-03-12"));
  }
}
