package org.caisse.jobs.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/**
 * Keeps what a person decides, as a run of its own, so that it has a manifest in the chain and
 * other runs freeze whether they knew it. What it is was written when the run began.
 */
public final class DecisionRun implements CaisseJob {

  /** Name on the command line and in the database. */
  public static final String NAME = Settled.DECISIONS;

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
    return "keeps a person's decision on money, debts or periods; or approves one";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter(
            "kind",
            true,
            "settle, unsettle, waiver, refund, close, service, plan, write-off, prescription,"
                + " revoke or approve"),
        new RunParameter("by", true, "the person who decides"),
        new RunParameter("reason", false, "why, in one line; all but approve need it"),
        new RunParameter("receipt", false, "settle, unsettle: number of the receipt, like 12-3"),
        new RunParameter("ogd", false, "settle: code of the body whose transfer it is"),
        new RunParameter("remittance", false, "settle: of which remittance, where that is known"),
        new RunParameter(
            "employer",
            false,
            "whom it is about: number of the employer; settle, waiver, refund, write-off: or of the"
                + " insured person who owes himself"),
        new RunParameter(
            "person",
            false,
            "settle, waiver, refund, write-off: the insured person, where an employer has the same"
                + " number"),
        new RunParameter(
            "period",
            false,
            "settle: for which month; waiver, write-off, prescription, close: which month"),
        new RunParameter(
            "component",
            false,
            "waiver, write-off; settle, what it pays first: contribution, late_declaration,"
                + " late_payment or closed_late"),
        new RunParameter("amount", false, "waiver, refund, write-off: how much"),
        new RunParameter("notice", false, "service: the formal notice, like MED-2026-000012"),
        new RunParameter("on", false, "service: day on which it was served"),
        new RunParameter("month", false, "plan: a month that it covers, may be repeated"),
        new RunParameter(
            "instalment", false, "plan: day and amount, like 2026-05-15:50000, may be repeated"),
        new RunParameter(
            "acknowledged", false, "plan: day on which the debtor acknowledged the debt"),
        new RunParameter("decision", false, "approve, revoke: number of the decision"));
  }
}
