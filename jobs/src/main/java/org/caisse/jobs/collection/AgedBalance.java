package org.caisse.jobs.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Values;
import org.springframework.batch.core.job.Job;

/** Writes how much employers owe and for how long, from the accounts as settled on a day. */
public final class AgedBalance implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "aged-balance";

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(run.steps().whole("documents", new AgedBalanceDocuments(run)))
        .next(
            run.steps().whole("complete", new CompleteRun(run, Sql.of(getClass(), "aged-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    LocalDate date = new Values(this, values).date("date");
    Settled.require(environment, date);
    return new RunRequest(
        date.toString(), date, false, List.of(), List.of(), List.of(AccountSettlement.NAME), date);
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
    return "writes how much employers owe, and for how long, by employer and delegated body";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter(
            "date", true, "business date of the settlement that is shown, like 2026-03-12"));
  }
}
