package org.caisse.jobs.contribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.AccountStatement;
import org.caisse.writers.document.CallNotice;
import org.caisse.writers.document.CallTerms;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.EmployerMonth;
import org.caisse.writers.document.LedgerLine;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.StoredZip;
import org.caisse.writers.file.WrittenFile;

/**
 * The call notice and the account statement of every employer whose month changed in this run, in
 * one zip: two queries in the same order are read side by side, so that memory does not grow with
 * their number.
 */
final class EmployerDocuments {

  /**
   * @param statement number of the statement, or null when there is none
   */
  private record Opened(
      DocumentNumber notice, DocumentNumber statement, EmployerMonth month, long openingMinor) {}

  private record Posted(String employerNo, LedgerLine line) {}

  private final Month month;
  private final RunContext run;
  private final CallNotice notice;
  private final AccountStatement statement;
  private final String noticeName;
  private final String statementName;

  EmployerDocuments(Month month, Letterhead letterhead, Map<String, String> ogds) {
    this.month = month;
    this.run = month.run();
    this.notice =
        new CallNotice(
            letterhead,
            CallTerms.of(
                run.law(),
                month.start(),
                run.run().businessDate(),
                ogds,
                run.run().language(),
                run.run().headSha256()));
    this.statement = new AccountStatement(letterhead, run.run().headSha256());
    this.noticeName = DocumentNames.notice(run.run().language());
    this.statementName = DocumentNames.statement(run.run().language());
  }

  WrittenFile write(Path target) throws IOException {
    return AtomicFile.write(
        target,
        run.failPoint(),
        out -> {
          StoredZip zip = new StoredZip(out);
          try (Stream<Opened> months = stream("notices", this::opened);
              Stream<Posted> lines = stream("statement-lines", EmployerDocuments::posted)) {
            Iterator<Posted> remaining = lines.iterator();
            Posted next = remaining.hasNext() ? remaining.next() : null;
            long done = 0;
            for (Iterator<Opened> all = months.iterator(); all.hasNext(); ) {
              Opened one = all.next();
              List<LedgerLine> own = new ArrayList<>();
              while (next != null && next.employerNo().equals(one.month().employerNo())) {
                own.add(next.line());
                next = remaining.hasNext() ? remaining.next() : null;
              }
              add(zip, one, own);
              run.progress().advancedTo(++done);
            }
            if (next != null) {
              throw new IllegalStateException(
                  "ledger lines of employer " + next.employerNo() + " have no notice");
            }
          }
          zip.finish();
        });
  }

  private void add(StoredZip zip, Opened one, List<LedgerLine> lines) {
    String folder = DocumentNames.employerFolder(one.month().employerNo());
    try {
      zip.add(folder + noticeName, notice.of(one.notice(), one.month()));
      if (one.statement() != null) {
        zip.add(
            folder + statementName,
            statement.of(one.statement(), one.month(), one.openingMinor(), lines));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> Stream<T> stream(String query, org.springframework.jdbc.core.RowMapper<T> mapper) {
    return month
        .bind(run.sql().sql(Sql.of(getClass(), query)))
        .withFetchSize(2_000)
        .query(mapper)
        .stream();
  }

  private Opened opened(ResultSet row, int n) throws SQLException {
    LocalDate periodStart = row.getObject("period", LocalDate.class);
    int statementNumber = row.getInt("statement_number");
    return new Opened(
        month.number(DocumentSeries.valueOf(row.getString("series")), row.getInt("number")),
        statementNumber == 0 ? null : month.number(DocumentSeries.RELEVE, statementNumber),
        AssessmentDocuments.employerMonth(row, periodStart),
        row.getLong("opening_minor"));
  }

  private static Posted posted(ResultSet row, int n) throws SQLException {
    LocalDate valuePeriod = row.getObject("value_period", LocalDate.class);
    return new Posted(
        row.getString("employer_no"),
        new LedgerLine(
            row.getObject("posting_period", LocalDate.class),
            AssessmentDocuments.document(valuePeriod, row.getString("employer_no")),
            AssessmentDocuments.entry(row)));
  }
}
