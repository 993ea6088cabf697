package org.caisse.jobs.withdrawal;

import java.time.YearMonth;
import java.util.List;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The months that are to be assessed again once a file counts no more. */
public final class AffectedMonths {

  private AffectedMonths() {}

  /** Months that were assessed and of which the file says something, in order. */
  public static List<YearMonth> of(RunEnvironment environment, int fileId) {
    return JdbcClient.create(environment.dataSource())
        .sql(Sql.of(AffectedMonths.class, "affected-months"))
        .param("job", ContributionAssessment.NAME)
        .param("file", fileId)
        .query((row, n) -> YearMonth.parse(row.getString(1)))
        .list();
  }
}
