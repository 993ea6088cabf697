package org.caisse.jobs.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Values;
import org.springframework.batch.core.job.Job;

/**
 * Keeps what a person decides, as a run of its own, so that it has a manifest in the chain and
 * other runs freeze whether they knew it. What it is was written when the run began.
 */
public final class DecisionRun implements CaisseJob {

  /** Name on the command line and in the database. */
  public static final String NAME = "decision";

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(run.steps().whole("apply", new ApplyDecision(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "decision-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    RunRequest.Decided decided = new ReadDecision(environment, given, date).decided();
    return RunRequest.deciding(date, decided);
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
    return "keeps a person's decision: settle, unsettle, waiver, refund, close; or approves one";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter("kind", true, "settle, unsettle, waiver, refund, close or approve"),
        new RunParameter("by", true, "the person who decides"),
        new RunParameter("reason", false, "why, in one line; all but approve need it"),
        new RunParameter("receipt", false, "settle, unsettle: number of the receipt, like 12-3"),
        new RunParameter("employer", false, "settle, waiver, refund: number of the employer"),
        new RunParameter("period", false, "settle: for which month; waiver, close: which month"),
        new RunParameter(
            "component", false, "waiver: contribution, late_declaration or late_payment"),
        new RunParameter("amount", false, "waiver, refund: how much"),
        new RunParameter("decision", false, "approve: number of the decision"));
  }
}
