package org.caisse.jobs.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;

/**
 * What was filed before, by employer and period, as facts for the rules: read for the employers of
 * a block at once, and forgotten when what was judged is committed, so that memory does not grow
 * with what was ever filed. A declaration of this run that is judged again after a restart sees
 * what it saw the first time, whatever other runs filed since.
 */
final class FiledBefore {

  private static final String QUERY = Sql.of(FiledBefore.class, "filed-before");

  /** The table grows from block to block: a plan made while it was small would be kept. */
  private static final String PLAN_ANEW = "SET LOCAL plan_cache_mode = force_custom_plan";

  private final RunContext run;
  private final Map<Month, Filings> known = new HashMap<>();
  private final Map<Long, Integer> again = new HashMap<>();

  /** Whose declarations count together. */
  private record Month(long employerId, LocalDate period) {

    /** Null for a header that names no employer or month that is known. */
    static Month of(DeclarationRecord.Header header) {
      return header.employer() == null || header.periodStart() == null
          ? null
          : new Month(header.employer().employerId(), header.periodStart());
    }
  }

  FiledBefore(RunContext run) {
    this.run = run;
  }

  /**
   * Reads what employers filed before for their periods, unless it is known. Within the transaction
   * in which they are judged.
   *
   * @param headers of declarations that are open or follow
   * @param fromDeclarationId number of the first of them: this run's own from here on are judged
   *     again, if they are there already, so they were not filed before
   */
  void read(List<DeclarationRecord.Header> headers, long fromDeclarationId) {
    Set<Month> asked = new LinkedHashSet<>();
    for (DeclarationRecord.Header header : headers) {
      Month month = Month.of(header);
      if (month != null && !known.containsKey(month)) {
        asked.add(month);
      }
    }
    if (asked.isEmpty()) {
      return;
    }
    asked.forEach(month -> known.put(month, new Filings()));
    run.sql().sql(PLAN_ANEW).update();
    run.sql()
        .sql(QUERY)
        .param("employers", asked.stream().map(Month::employerId).toArray(Long[]::new))
        .param("periods", asked.stream().map(m -> m.period().toString()).toArray(String[]::new))
        .param("run", run.run().id())
        .param("from", fromDeclarationId)
        .param("withdrawn", run.withdrawnArray())
        .query(
            row -> {
              if (row.getBoolean("again")) {
                again.put(row.getLong("declaration_id"), row.getInt("filed_before"));
              } else {
                known
                    .get(
                        new Month(
                            row.getLong("employer_id"), row.getObject("period", LocalDate.class)))
                    .add(filed(row));
              }
            });
  }

  /** The rows of all that was judged so far are in the database. */
  void committed() {
    known.clear();
    again.clear();
  }

  /** What the employer of a declaration filed for its period before it; it was read. */
  Filings of(DeclarationRecord.Header header, long declarationId) {
    Month month = Month.of(header);
    if (month == null) {
      return Filings.NONE;
    }
    Filings all = known.get(month);
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
      known
          .get(Month.of(header))
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
