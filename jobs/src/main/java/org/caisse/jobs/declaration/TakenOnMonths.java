package org.caisse.jobs.declaration;

import java.time.LocalDate;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;

/**
 * Months of employers that came from an old system. A header of one says so, as it says what could
 * not be read of it; the rules refuse it.
 */
final class TakenOnMonths {

  private static final String QUERY = Sql.of(TakenOnMonths.class, "taken-on-month");

  private final RunContext run;
  private final LocalDate last;

  TakenOnMonths(RunContext run) {
    this.run = run;
    this.last =
        run.sql()
            .sql(Sql.of(TakenOnMonths.class, "last-taken-on"))
            .param("inputs", run.inputArray())
            .query(LocalDate.class)
            .optional()
            .orElse(null);
  }

  /** The header, with what is known of its month. */
  DeclarationRecord.Header known(DeclarationRecord.Header header) {
    LocalDate period = header.periodStart();
    boolean asked =
        last != null
            && header.problem() == null
            && header.employer() != null
            && period != null
            && !period.isAfter(last);
    if (!asked || !isTakenOn(header.employer().employerId(), period)) {
      return header;
    }
    return header.with(
        new Reject(
            header.lineNo(),
            RejectCode.PERIOD_TAKEN_ON,
            "period",
            period.toString().substring(0, 7)));
  }

  private boolean isTakenOn(long employerId, LocalDate period) {
    return run.sql()
        .sql(QUERY)
        .param("inputs", run.inputArray())
        .param("employer", employerId)
        .param("period", period)
        .query(Boolean.class)
        .single();
  }
}
