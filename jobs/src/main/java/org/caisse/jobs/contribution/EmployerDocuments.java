package org.caisse.jobs.contribution;

import java.io.IOException;
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
import org.caisse.jobs.beside.Beside;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.AccountStatement;
import org.caisse.writers.document.CallNotice;
import org.caisse.writers.document.CallTerms;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.EmployerMonth;
import org.caisse.writers.document.LedgerLine;
import org.caisse.writers.document.NoticesWorkbook;
import org.caisse.writers.document.StatementsWorkbook;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.StoredZip;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;
import org.springframework.jdbc.core.RowMapper;

/**
 * The call notice and the account statement of every employer whose month changed in this run, in
 * one zip; and, unless the settings leave workbooks out, one workbook of all notices and one of all
 * statements. Two queries in the same order are read side by side, once, so that memory does not
 * grow with the number of employers; zip and workbooks are written beside each other and the
 * reading, each on a thread of its own.
 */
final class EmployerDocuments {

  /**
   * @param statement number of the statement, or null when there is none
   */
  private record Opened(
      DocumentNumber notice, DocumentNumber statement, EmployerMonth month, long openingMinor) {}

  private record Posted(String employerNo, LedgerLine line) {}

  /** What one employer gets. */
  private record Told(Opened one, List<LedgerLine> lines) {}

  private final MonthPapers papers;
  private final Month month;
  private final RunContext run;
  private final CallNotice notice;
  private final AccountStatement statement;
  private final String noticeName;
  private final String statementName;

  EmployerDocuments(MonthPapers papers, Map<String, String> ogds) {
    this.papers = papers;
    this.month = papers.month();
    this.run = papers.run();
    this.notice =
        new CallNotice(
            papers.letterhead(),
            CallTerms.of(
                run.law(),
                month.start(),
                run.run().businessDate(),
                ogds,
                run.run().language(),
                run.run().headSha256()));
    this.statement = new AccountStatement(papers.letterhead(), run.run().headSha256());
    this.noticeName = DocumentNames.notice(run.run().language());
    this.statementName = DocumentNames.statement(run.run().language());
  }

  List<WrittenFile> write() throws IOException {
    List<WrittenFile> files = new ArrayList<>();
    files.add(
        AtomicFile.write(
            run.outbox().resolve(DocumentNames.employers(month.start())),
            run.failPoint(),
            out -> {
              StoredZip zip = new StoredZip(out);
              try (Beside<Told> documents = new Beside<>("documents", told -> add(zip, told))) {
                if (run.law().settings().workbooks()) {
                  withNotices(documents::add, files);
                } else {
                  employers(List.of(documents::add));
                }
                documents.finish();
              }
              zip.finish();
            }));
    return files;
  }

  private void withNotices(Beside.Work<Told> zip, List<WrittenFile> files) throws IOException {
    String name = DocumentNames.notices(month.start());
    WorkbookHead head = papers.titles().notices(name, month.start());
    files.add(
        book(
            name,
            head,
            book -> {
              NoticesWorkbook notices =
                  new NoticesWorkbook(book, head, papers.letterhead(), papers.populations());
              withStatements(
                  zip, told -> notices.append(told.one().notice(), told.one().month()), files);
              notices.finish();
            }));
  }

  private void withStatements(
      Beside.Work<Told> zip, Beside.Work<Told> notices, List<WrittenFile> files)
      throws IOException {
    String name = DocumentNames.statements(month.start());
    WorkbookHead head = papers.titles().statements(name, month.start());
    files.add(
        book(
            name,
            head,
            book -> {
              StatementsWorkbook statements =
                  new StatementsWorkbook(book, head, papers.letterhead());
              try (Beside<Told> noticesBeside = new Beside<>("notices", notices);
                  Beside<Told> statementsBeside =
                      new Beside<>("statements", told -> add(statements, told))) {
                employers(List.of(zip, noticesBeside::add, statementsBeside::add));
                noticesBeside.finish();
                statementsBeside.finish();
              }
              statements.finish();
            }));
  }

  private WrittenFile book(String name, WorkbookHead head, WorkbookFile.Content content)
      throws IOException {
    return WorkbookFile.write(run.outbox().resolve(name + ".xlsx"), run.failPoint(), head, content);
  }

  /** Gives every employer to all receivers. */
  private void employers(List<Beside.Work<Told>> receivers) throws IOException {
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
        Told told = new Told(one, own);
        for (Beside.Work<Told> receiver : receivers) {
          receiver.add(told);
        }
        run.progress().advancedTo(++done);
      }
      if (next != null) {
        throw new IllegalStateException(
            "ledger lines of employer " + next.employerNo() + " have no notice");
      }
    }
  }

  private static void add(StatementsWorkbook statements, Told told) throws IOException {
    Opened one = told.one();
    if (one.statement() != null) {
      statements.append(one.statement(), one.month(), one.openingMinor(), told.lines());
    }
  }

  private void add(StoredZip zip, Told told) throws IOException {
    Opened one = told.one();
    String folder = DocumentNames.employerFolder(one.month().employerNo());
    zip.add(folder + noticeName, notice.of(one.notice(), one.month()));
    if (one.statement() != null) {
      zip.add(
          folder + statementName,
          statement.of(one.statement(), one.month(), one.openingMinor(), told.lines()));
    }
  }

  private <T> Stream<T> stream(String query, RowMapper<T> mapper) {
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
