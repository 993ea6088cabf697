package org.caisse.jobs.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.document.NumberDocuments;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.Run;
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
 * Settles accounts of employers, and of persons who owe contributions themselves, on a business
 * date: finds to whom money belongs, allocates it to what is owed, accrues late payment, compares
 * with what is posted and posts the difference.
 */
public final class AccountSettlement implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = Settled.JOB;

  private final KeyedSizes sizes;

  public AccountSettlement() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public AccountSettlement(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(ByKey.step(run, sizes, new MatchTransfers(run)))
        .next(ByKey.step(run, sizes, new MatchReceipts(run)))
        .next(ByKey.step(run, sizes, SettleAccounts.ofEmployers(run)))
        .next(ByKey.step(run, sizes, SettleAccounts.ofPersons(run)))
        .next(ByKey.step(run, sizes, new SettleBodies(run)))
        .next(run.steps().whole("control", new ControlStep(run, "settlement")))
        .next(
            run.steps()
                .whole(
                    "numbers",
                    new NumberDocuments(
                        run,
                        Sql.of(getClass(), "number-statements"),
                        Map.of("persons", run.law().settings().personStatements()))))
        .next(run.steps().whole("documents", new SettlementDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "settlement-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    MoneyPosting.requireAccounts(environment);
    if (environment.law().ogdFeeRate(date).isPresent()) {
      MoneyPosting.requireFeeAccount(environment);
    }
    Optional<LocalDate> last =
        JdbcClient.create(environment.dataSource())
            .sql("SELECT max(business_date) FROM run WHERE job = ? AND status = 'COMPLETED'")
            .param(NAME)
            .query(LocalDate.class)
            .optional();
    if (last.isPresent() && date.isBefore(last.get())) {
      throw new UsageException(
          "accounts were settled on %s already: they cannot be settled on %s, before that"
              .formatted(last.get(), date));
    }
    return new RunRequest(date.toString(), date, false, List.of(), List.of(), Settled.READS, date);
  }

  /** Care is decided on each day; only what is claimed of it moves accounts. */
  @Override
  public Set<String> followers() {
    return Set.of(Settled.CARE);
  }

  @Override
  public boolean dayBringsNew(Run last, RunRequest request, RunEnvironment environment) {
    return Settled.isCareClaimedSince(environment, last.id(), request.businessDate());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "settles accounts of employers and of persons who pay themselves: whose money it is,"
        + " what it pays, what is paid late";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(new RunParameter("date", true, "business date, like 2026-03-12"));
  }
}
