package org.caisse.jobs.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.domain.collection.Prescription;
import org.caisse.jobs.debt.FollowUpTerms;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds whether the contributions and surcharges of a month are prescribed on a day; care of closed
 * days is none of them.
 */
final class Prescribed {

  private final RunEnvironment environment;
  private final LocalDate day;

  Prescribed(RunEnvironment environment, LocalDate day) {
    this.environment = environment;
    this.day = day;
  }

  /**
   * The last day of the period that has run.
   *
   * @throws UsageException when it has not run for every debt of the month, or nothing is open
   */
  LocalDate require(long employer, LocalDate period) {
    Integer months = FollowUpTerms.require(environment, day).prescriptionMonths();
    if (months == null) {
      throw new UsageException("no debt is ever prescribed: the fund set no period for it");
    }
    int settlement = Settled.require(environment, day);
    JdbcClient sql = JdbcClient.create(environment.dataSource());
    List<Map<String, Object>> debts =
        sql.sql(
                "SELECT ogd_no, due FROM open_debt(?) WHERE employer_id = ? AND period = ? AND"
                    + " open_minor > 0 AND ogd_no NOT LIKE 'care:%' ORDER BY ogd_no")
            .params(settlement, employer, period)
            .query()
            .listOfRows();
    if (debts.isEmpty()) {
      throw new UsageException("nothing is open of %s".formatted(ReadDecision.month(period)));
    }
    LocalDate last = LocalDate.MIN;
    for (Map<String, Object> debt : debts) {
      String ogd = (String) debt.get("ogd_no");
      Prescription found =
          Prescription.judge(
              ((java.sql.Date) debt.get("due")).toLocalDate(),
              acts(sql, settlement, employer, period, ogd),
              months,
              day);
      if (!found.hasRun()) {
        throw new UsageException(notYet(period, ogd, found, months));
      }
      last = found.last().isAfter(last) ? found.last() : last;
    }
    return last;
  }

  private List<Prescription.Act> acts(
      JdbcClient sql, int settlement, long employer, LocalDate period, String ogd) {
    return new ArrayList<>(
        sql.sql(Sql.of(Prescribed.class, "acts"))
            .param("settlement", settlement)
            .param("employer", employer)
            .param("period", period)
            .param("ogd", ogd)
            .query(
                (row, n) ->
                    new Prescription.Act(
                        Prescription.Kind.valueOf(row.getString("kind")),
                        row.getObject("on_day", LocalDate.class)))
            .list());
  }

  private String notYet(LocalDate period, String ogd, Prescription found, int months) {
    String since =
        found.since() == null
            ? "the due day"
            : switch (found.since().kind()) {
              case SERVICE -> "a formal notice was served";
              case PAYMENT -> "a part was paid";
              case ACKNOWLEDGEMENT -> "the debt was acknowledged in a plan";
            };
    return "the debt of %s through %s is not prescribed on %s: %d months run from %s (%s) to %s"
        .formatted(ReadDecision.month(period), ogd, day, months, found.from(), since, found.last());
  }
}
