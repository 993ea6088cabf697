package org.caisse.jobs.claim;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.UsageException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Care is decided and told day after day: what a later day decided or told is not known to a run of
 * an earlier one, which would decide on what is firm, or tell what no longer stands.
 */
public final class CareDays {

  /** The jobs that do not go back to a day before their last, nor before each other's. */
  public static final Set<String> JOBS = Set.of(ClaimAdjudication.NAME, CareRemittance.NAME);

  private CareDays() {}

  /**
   * Checks that a day is not before the last one.
   *
   * @param what is to be done, for the message: {@code decided}, {@code told}
   * @throws UsageException when it is
   */
  static void requireInOrder(RunEnvironment environment, LocalDate date, String what) {
    Optional<Last> last =
        JdbcClient.create(environment.dataSource())
            .sql(
                "SELECT job, business_date FROM run WHERE job = ANY (?) AND status = 'COMPLETED'"
                    + " ORDER BY business_date DESC, run_id DESC LIMIT 1")
            .param(JOBS.toArray(String[]::new))
            .query(Last.class)
            .optional();
    if (last.isPresent() && date.isBefore(last.get().businessDate())) {
      throw new UsageException(
          "care was %s on %s already: it cannot be %s on %s, before that; ask for date=%s or later"
              .formatted(
                  last.get().job().equals(ClaimAdjudication.NAME) ? "decided on" : "told",
                  last.get().businessDate(),
                  what,
                  date,
                  last.get().businessDate()));
    }
  }

  /** The last run of them. */
  record Last(String job, LocalDate businessDate) {}
}
