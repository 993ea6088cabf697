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

  /**
   * What was filed last under a number.
   *
   * @param sha256 content, or null when all of it is withdrawn
   * @param filing how often something was filed under the number, this included
   */
  private record Filed(String sha256, int filing) {

    /** What two rows of the same number tell: contents that stand are the same. */
    Filed with(Filed other) {
      return new Filed(sha256 == null ? other.sha256 : sha256, Math.max(filing, other.filing));
    }
  }

  private final RunContext run;
  private final long fromDeclarationId;
  private final Map<LocalDate, Map<Sent, Filed>> byPeriod = new HashMap<>();

  /**
   * @param fromDeclarationId this run's own declarations from here on are judged again, so they
   *     were not filed before
   */
  FiledBefore(RunContext run, long fromDeclarationId) {
    this.run = run;
    this.fromDeclarationId = fromDeclarationId;
  }

  /** The content that is filed under the number of a declaration, or null. */
  String sha256(DeclarationRecord.Header header) {
    Filed filed = filed(header);
    return filed == null ? null : filed.sha256();
  }

  /** How often a declaration will have been filed under its number once this one is. */
  int nextFiling(DeclarationRecord.Header header) {
    Filed filed = filed(header);
    return filed == null ? 1 : filed.filing() + 1;
  }

  private Filed filed(DeclarationRecord.Header header) {
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
              new Sent(header.employer().employerId(), header.sequence()),
              new Filed(verdict.contentSha256(), nextFiling(header)));
    }
  }

  private Map<Sent, Filed> period(LocalDate period) {
    return byPeriod.computeIfAbsent(period, this::load);
  }

  private Map<Sent, Filed> load(LocalDate period) {
    Map<Sent, Filed> filed = new HashMap<>();
    run.sql()
        .sql(QUERY)
        .param("period", period)
        .param("run", run.run().id())
        .param("from", fromDeclarationId)
        .param("withdrawn", run.withdrawnArray())
        .query(
            row -> {
              boolean stands = !row.getBoolean("withdrawn");
              boolean own = DeclarationStatus.FILED.name().equals(row.getString("status"));
              filed.merge(
                  new Sent(row.getLong("employer_id"), row.getInt("sender_seq")),
                  new Filed(
                      stands ? row.getString("content_sha256") : null,
                      own ? row.getInt("filing") : 0),
                  Filed::with);
            });
    return filed;
  }
}
