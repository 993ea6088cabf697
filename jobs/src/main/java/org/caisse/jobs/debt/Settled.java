package org.caisse.jobs.debt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.takeon.TakeOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settlement that left the accounts as they are looked at. */
public final class Settled {

  /** Name of the job that settles accounts. */
  public static final String JOB = "account-settlement";

  /** Name of the job that keeps what people decide. */
  public static final String DECISIONS = "decision";

  /** Name of the job that decides on care, and claims what was paid for closed days. */
  public static final String CARE = "claim-adjudication";

  /** The jobs whose runs move accounts. */
  public static final List<String> READS =
      List.of(
          ContributionAssessment.NAME,
          ReceiptIntake.NAME,
          TakeOn.NAME,
          DECISIONS,
          PersonDecision.NAME,
          CARE);

  private Settled() {}

  /**
   * The last completed settlement, when it is of that day and nothing that moves an account came
   * since: surcharges are those of the day, and open debts are the ledger's.
   *
   * @throws UsageException when accounts must be settled first
   */
  public static int require(RunEnvironment environment, LocalDate day) {
    JdbcClient sql = JdbcClient.create(environment.dataSource());
    Optional<Integer> settled =
        sql.sql(
                "SELECT max(run_id) FROM run WHERE job = ? AND status = 'COMPLETED' AND"
                    + " business_date = ?")
            .params(JOB, day)
            .query(Integer.class)
            .optional();
    if (settled.isEmpty()) {
      throw first(day, "accounts are not settled on " + day);
    }
    List<String> since = since(sql, settled.get(), READS, day);
    if (!since.isEmpty()) {
      throw first(day, "since the settlement of %s came %s".formatted(day, since.getFirst()));
    }
    return settled.get();
  }

  /** Whether care of closed days is claimed anew, up to a day, since a settlement. */
  public static boolean isCareClaimedSince(
      RunEnvironment environment, int settlement, LocalDate day) {
    return !since(JdbcClient.create(environment.dataSource()), settlement, List.of(CARE), day)
        .isEmpty();
  }

  private static List<String> since(
      JdbcClient sql, int settlement, List<String> jobs, LocalDate day) {
    return sql.sql(Sql.of(Settled.class, "since"))
        .param("settlement", settlement)
        .param("jobs", jobs)
        .param("day", day)
        .query(String.class)
        .list();
  }

  private static UsageException first(LocalDate day, String why) {
    return new UsageException(
        "%s: settle them first, with `caisse run account-settlement date=%s`".formatted(why, day));
  }

  /** The settlement that a run reads. */
  public static int of(RunContext run) {
    return run.sql()
        .sql("SELECT max(run_id) FROM run WHERE job = :job AND run_id = ANY (:inputs)")
        .param("job", JOB)
        .param("inputs", run.inputArray())
        .query(Integer.class)
        .single();
  }
}
