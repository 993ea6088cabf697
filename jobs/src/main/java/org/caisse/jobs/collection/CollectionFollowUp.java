package org.caisse.jobs.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.debt.FollowUpTerms;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.document.NumberDocuments;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
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
 * Follows up what employers owe on a day: which reminder, formal notice or notice of a broken plan
 * is due for which debt, each once; writes them, and the list of formal notices to act on.
 */
public final class CollectionFollowUp implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "collection-follow-up";

  private final KeyedSizes sizes;

  public CollectionFollowUp() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public CollectionFollowUp(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    String numbering = Sql.of(getClass(), "number-letters");
    return run.pipeline()
        .start(ByKey.step(run, sizes, new FollowDebts(run)))
        .next(run.steps().whole("control", new ControlStep(run, "follow-up")))
        .next(run.steps().whole("numbers", new NumberDocuments(run, numbering, Map.of())))
        .next(run.steps().whole("documents", new FollowUpDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "follow-up-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    LocalDate date = new Values(this, values).date("date");
    FollowUpTerms.require(environment, date);
    requireInOrder(JdbcClient.create(environment.dataSource()), date);
    Settled.require(environment, date);
    return new RunRequest(
        date.toString(),
        date,
        false,
        List.of(),
        List.of(),
        List.of(AccountSettlement.NAME, DecisionRun.NAME),
        date);
  }

  /** Letters go by what was issued before: days in order, one run after the other. */
  private static void requireInOrder(JdbcClient sql, LocalDate date) {
    Optional<String> other =
        sql.sql(Sql.of(CollectionFollowUp.class, "in-order"))
            .param("job", NAME)
            .param("scope", date.toString())
            .param("date", date)
            .query(String.class)
            .optional();
    if (other.isPresent()) {
      throw new UsageException(
          "%s: debts are followed up day after day, one run after the other; complete it, or ask for a later day than %s"
              .formatted(other.get(), date));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "follows up what is not paid: reminders, formal notices, broken plans";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(new RunParameter("date", true, "business date, like 2026-03-12"));
  }
}
