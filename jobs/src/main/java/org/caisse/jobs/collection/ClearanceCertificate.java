package org.caisse.jobs.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.collection.Clearance;
import org.caisse.domain.collection.ClearanceRow;
import org.caisse.jobs.account.AccountSettlement;
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
 * Issues a clearance certificate (attestation de régularité) to an employer, when nothing stands
 * against it on the accounts as settled on the day.
 */
public final class ClearanceCertificate implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "clearance-certificate";

  @Override
  public Job build(RunContext run) {
    String numbering = Sql.of(getClass(), "number-clearance");
    return run.pipeline()
        .start(ByKey.step(run, KeyedSizes.STANDARD, new JudgeClearance(run)))
        .next(run.steps().whole("numbers", new NumberDocuments(run, numbering, Map.of())))
        .next(run.steps().whole("documents", new ClearanceDocument(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "clearance-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    String number = given.text("employer");
    ClearanceRow found = judge(environment, number, date);
    if (found.kind() == Clearance.Kind.REFUSED) {
      throw new UsageException(
          "employer %s gets no certificate on %s: debts that are due and open: %d, declarations that are missing: %d; `caisse certificate %s` lists them"
              .formatted(number, date, found.owed().size(), found.undeclared().size(), number));
    }
    String reason = given.optional("reason");
    return new RunRequest(
        date.toString(),
        date,
        true,
        List.of(),
        List.of(),
        List.of(AccountSettlement.NAME, DecisionRun.NAME),
        date,
        new RunRequest.Decided(
            "CERTIFICATE",
            null,
            employer(JdbcClient.create(environment.dataSource()), number),
            null,
            null,
            null,
            reason.isEmpty() ? "certificate asked for" : reason,
            given.text("by"),
            null));
  }

  /**
   * What would be decided by now.
   *
   * @throws UsageException when there is no such employer, or months must be assessed or accounts
   *     settled first
   */
  public static ClearanceRow judge(RunEnvironment environment, String number, LocalDate date) {
    FollowUpTerms.require(environment, date);
    JdbcClient sql = JdbcClient.create(environment.dataSource());
    long employer = employer(sql, number);
    int settlement = Settled.require(environment, date);
    new Assessed(sql, environment.law()).require(settlement, employer, date);
    Integer[] decisions =
        sql.sql(
                "SELECT run_id FROM run WHERE job = ? AND status = 'COMPLETED' AND business_date <="
                    + " ?")
            .params(DecisionRun.NAME, date)
            .query(Integer.class)
            .list()
            .toArray(Integer[]::new);
    return JoinedDebts.query(sql, settlement, decisions, Integer.MAX_VALUE, employer, 0)
        .query(
            (row, n) ->
                ClearanceRow.of(
                    number,
                    JoinedDebts.facts(row, date),
                    ClearanceFacts.undeclared(sql, settlement, employer, date),
                    environment.law()))
        .single();
  }

  private static long employer(JdbcClient sql, String number) {
    Optional<Long> employer =
        sql.sql("SELECT employer_id FROM employer WHERE employer_no = ?")
            .param(number)
            .query(Long.class)
            .optional();
    return employer.orElseThrow(() -> new UsageException("there is no employer " + number));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "issues a clearance certificate to an employer against whom nothing stands";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter("employer", true, "number of the employer"),
        new RunParameter("by", true, "the person who issues it"),
        new RunParameter("reason", false, "what for, in one line"));
  }
}
