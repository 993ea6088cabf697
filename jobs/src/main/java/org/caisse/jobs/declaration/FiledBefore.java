package org.caisse.jobs.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;

/**
 * What was filed before, by period and employer, as facts for the rules. A declaration of this run
 * that is judged again after a restart sees what it saw the first time, whatever other runs filed
 * since.
 */
final class FiledBefore {

  private static final String QUERY = Sql.of(FiledBefore.class, "filed-before");

  private final RunContext run;
  private final long fromDeclarationId;
  private final Map<LocalDate, Map<Long, Filings>> byPeriod = new HashMap<>();
  private final Map<Long, Integer> again = new HashMap<>();

  /**
   * @param fromDeclarationId this run's own declarations from here on are judged again, so they
   *     were not filed before
   */
  FiledBefore(RunContext run, long fromDeclarationId) {
    this.run = run;
    this.fromDeclarationId = fromDeclarationId;
  }

  /** What the employer of a declaration filed for its period before it. */
  Filings of(DeclarationRecord.Header header, long declarationId) {
    if (header.employer() == null || header.periodStart() == null) {
      return Filings.NONE;
    }
    Filings all = period(header.periodStart()).get(header.employer().employerId());
    if (all == null) {
      return Filings.NONE;
    }
    Integer seen = again.get(declarationId);
    return seen == null ? all : all.first(seen);
  }

  /**
   * Remembers what is filed now.
   *
   * @param completesId the declaration that it completes, or 0
   * @param filing how often one was filed under its number, this included
   */
  void add(DeclarationVerdict verdict, long declarationId, long completesId, int filing) {
    if (verdict.status() == DeclarationStatus.FILED) {
      DeclarationRecord.Header header = verdict.header();
      period(header.periodStart())
          .computeIfAbsent(header.employer().employerId(), id -> new Filings())
          .add(
              new Filings.Filed(
                  declarationId,
                  header.kind(),
                  header.sequence(),
                  verdict.correction(),
                  verdict.contentSha256(),
                  completesId,
                  verdict.earlier().filed(),
                  filing,
                  true,
                  false));
    }
  }

  private Map<Long, Filings> period(LocalDate period) {
    return byPeriod.computeIfAbsent(period, this::load);
  }

  private Map<Long, Filings> load(LocalDate period) {
    Map<Long, Filings> filed = new HashMap<>();
    run.sql()
        .sql(QUERY)
        .param("period", period)
        .param("run", run.run().id())
        .param("from", fromDeclarationId)
        .param("withdrawn", run.withdrawnArray())
        .query(
            row -> {
              if (row.getBoolean("again")) {
                again.put(row.getLong("declaration_id"), row.getInt("filed_before"));
              } else {
                filed
                    .computeIfAbsent(row.getLong("employer_id"), id -> new Filings())
                    .add(filed(row));
              }
            });
    return filed;
  }

  private static Filings.Filed filed(ResultSet row) throws SQLException {
    return new Filings.Filed(
        row.getLong("declaration_id"),
        DeclarationKind.valueOf(row.getString("kind")),
        row.getInt("sender_seq"),
        row.getInt("correction"),
        row.getString("content_sha256"),
        row.getLong("completes_id"),
        row.getInt("filed_before"),
        row.getInt("filing"),
        row.getString("status").equals(DeclarationStatus.FILED.name()),
        row.getBoolean("withdrawn"));
  }
}
