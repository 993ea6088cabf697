package org.caisse.jobs.declaration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;

/**
 * What was filed before: the content of each declaration by period, employer and sequence, as facts
 * for the rules.
 */
final class FiledBefore {

  private static final String QUERY = Sql.of(FiledBefore.class, "filed-before");

  private record Sent(long employerId, int sequence) {}

  private final RunContext run;
  private final long fromDeclarationId;
  private final Map<LocalDate, Map<Sent, String>> byPeriod = new HashMap<>();

  /**
   * @param fromDeclarationId this run's own declarations from here on are judged again, so they
   *     were not filed before
   */
  FiledBefore(RunContext run, long fromDeclarationId) {
    this.run = run;
    this.fromDeclarationId = fromDeclarationId;
  }

  /** The content filed under the number of a declaration, or null. */
  String sha256(DeclarationRecord.Header header) {
    if (header.employer() == null || header.periodStart() == null) {
      return null;
    }
    return period(header.periodStart())
        .get(new Sent(header.employer().employerId(), header.sequence()));
  }

  /** Remembers what is filed now. */
  void add(DeclarationVerdict verdict) {
    if (verdict.status() == DeclarationStatus.FILED) {
      DeclarationRecord.Header header = verdict.header();
      period(header.periodStart())
          .put(
              new Sent(header.employer().employerId(), header.sequence()), verdict.contentSha256());
    }
  }

  private Map<Sent, String> period(LocalDate period) {
    return byPeriod.computeIfAbsent(period, this::load);
  }

  private Map<Sent, String> load(LocalDate period) {
    Map<Sent, String> filed = new HashMap<>();
    run.sql()
        .sql(QUERY)
        .param("period", period)
        .param("run", run.run().id())
        .param("from", fromDeclarationId)
        .query(
            row -> {
              filed.put(new Sent(row.getLong(1), row.getInt(2)), row.getString(3));
            });
    return filed;
  }
}
