package org.caisse.jobs.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.right.RightTerms;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.person.PersonDecision;
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
import org.caisse.jobs.takeon.TakeOn;
import org.springframework.batch.core.job.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Works out on a business date who has rights with which payer from which day to which and why,
 * posts what differs from what stands, and tells providers and delegated bodies.
 */
public final class Entitlement implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "entitlement";

  /** The jobs whose runs rights rest on. */
  public static final List<String> READS =
      List.of(
          RegistryLoad.NAME,
          DeclarationIntake.NAME,
          ContributionAssessment.NAME,
          AccountSettlement.NAME,
          PersonDecision.NAME,
          TakeOn.NAME);

  private final KeyedSizes sizes;

  public Entitlement() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public Entitlement(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(ByKey.step(run, sizes, new JudgeHeads(run)))
        .next(ByKey.step(run, sizes, new JudgeFamilies(run)))
        .next(run.steps().whole("closed-late", new ClosedLate(run)))
        .next(run.steps().whole("control", new ControlStep(run, "entitlement")))
        .next(run.steps().whole("documents", new EntitlementDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "entitlement-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    LocalDate date = new Values(this, values).date("date");
    requireLaw(environment, date);
    requireInOrder(JdbcClient.create(environment.dataSource()), date);
    return new RunRequest(date.toString(), date, false, List.of(), List.of(), READS, date);
  }

  /**
   * Checks that the law of care is there and the fund has said what it leaves to it.
   *
   * @throws UsageException when the pack says nothing of care
   * @throws org.caisse.domain.pack.UnsetParameterException when the fund left a value out
   */
  public static RightTerms requireLaw(RunEnvironment environment, LocalDate date) {
    if (environment.law().pack().care() == null) {
      throw new UsageException(
          "pack %s says nothing of care: rights need its file care.yaml (docs/packs.md)"
              .formatted(environment.law().pack().id()));
    }
    RightTerms terms = new RightTerms(environment.law());
    terms.require(date);
    return terms;
  }

  /** What changed is told against the last run: days in order, one run after the other. */
  private static void requireInOrder(JdbcClient sql, LocalDate date) {
    Optional<String> other =
        sql.sql(Sql.of(Entitlement.class, "in-order"))
            .param("job", NAME)
            .param("scope", date.toString())
            .param("date", date)
            .query(String.class)
            .optional();
    if (other.isPresent()) {
      throw new UsageException(
          "%s: rights are worked out day after day, one run after the other; complete it, or ask for a later day than %s"
              .formatted(other.get(), date));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "works out who has rights with whom, and tells providers and delegated bodies";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(new RunParameter("date", true, "business date, like 2026-03-12"));
  }
}
