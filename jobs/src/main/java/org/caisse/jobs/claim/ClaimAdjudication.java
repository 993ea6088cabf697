package org.caisse.jobs.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CareSettings;
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
 * Decides on a business date who pays what of all care that is invoiced and not firm, household by
 * household; compares with what stands decided and posted, and posts the difference.
 */
public final class ClaimAdjudication implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = Settled.CARE;

  /** A household is a dozen lines with all that is known of them: fewer are in memory at once. */
  private static final KeyedSizes HOUSEHOLDS = new KeyedSizes(250, 10, 250);

  private final KeyedSizes households;
  private final KeyedSizes invoices;

  public ClaimAdjudication() {
    this(HOUSEHOLDS, KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public ClaimAdjudication(KeyedSizes sizes) {
    this(sizes, sizes);
  }

  private ClaimAdjudication(KeyedSizes households, KeyedSizes invoices) {
    this.households = households;
    this.invoices = invoices;
  }

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(run.steps().whole("plan", new PlanHouseholds(run)))
        .next(ByKey.step(run, households, new JudgeHouseholds(run, households.joined())))
        .next(ByKey.step(run, invoices, new PostInvoices(run)))
        .next(run.steps().whole("care-debts", new PostCareDebts(run)))
        .next(run.steps().whole("control", ControlStep.ofLines(run, "claims")))
        .next(run.steps().whole("documents", new AdjudicationDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "adjudication-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    LocalDate date = new Values(this, values).date("date");
    CareSettings.require(NAME, environment, date);
    MoneyPosting.requireCareAccounts(environment);
    CareDays.requireInOrder(environment, date, "decided on");
    JdbcClient.create(environment.dataSource())
        .sql(
            "SELECT run_id FROM run WHERE job = :job AND scope <> :scope AND status NOT IN"
                + " ('COMPLETED', 'ABANDONED') ORDER BY run_id LIMIT 1")
        .param("job", NAME)
        .param("scope", date.toString())
        .query(Integer.class)
        .optional()
        .ifPresent(
            open -> {
              throw new UsageException(
                  "run %d decides on care and has not ended: first `caisse restart %d`"
                      .formatted(open, open));
            });
    return new RunRequest(
        date.toString(),
        date,
        false,
        List.of(),
        List.of(),
        List.of(
            RegistryLoad.NAME,
            PersonDecision.NAME,
            InvoiceIntake.NAME,
            Entitlement.NAME,
            CareRemittance.NAME),
        date);
  }

  /** What a remittance makes firm was decided here. */
  @Override
  public Set<String> followers() {
    return Set.of(CareRemittance.NAME);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "decides who pays what of the care that is invoiced, and why not more";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(new RunParameter("date", true, "business date, like 2026-03-12"));
  }
}
