package org.caisse.jobs.contribution;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.domain.contribution.EmployerMonthVerdict;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Shares;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.EmployerMonth;
import org.caisse.writers.document.JournalEntry;
import org.caisse.writers.document.JournalFile;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.springframework.batch.core.step.StepExecution;

/** Writes what an assessment sends out, each file whole, from what is committed. */
final class AssessmentDocuments implements Steps.Work {

  private final Month month;
  private final RunContext run;
  private final MonthPapers papers;

  AssessmentDocuments(Month month) {
    this.month = month;
    this.run = month.run();
    this.papers = MonthPapers.of(month);
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    BodyDocuments bodies = new BodyDocuments(papers);
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(new EmployerDocuments(papers, bodies.ogdNames()).write());
    files.addAll(bodies.write());
    files.add(journal());
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private WrittenFile journal() throws IOException {
    Accounts accounts = new Accounts(run.law().settings().accounts());
    return AtomicFile.write(
        run.outbox().resolve(DocumentNames.journal(month.start())),
        run.failPoint(),
        out -> {
          JournalFile file = new JournalFile(out, papers.letterhead());
          papers.each("journal", Map.of(), row -> file.append(journalEntry(row, accounts)));
          file.finish();
        });
  }

  private static JournalEntry journalEntry(ResultSet row, Accounts accounts) throws SQLException {
    Debtor debtor = Debtor.valueOf(row.getString("debtor"));
    Entry entry = entry(row);
    LocalDate valuePeriod = row.getObject("value_period", LocalDate.class);
    return new JournalEntry(
        row.getObject("posting_period", LocalDate.class),
        valuePeriod,
        document(valuePeriod, row.getString("number")),
        debtor,
        entry,
        accounts.postings(debtor, entry));
  }

  static EmployerMonth employerMonth(ResultSet row, LocalDate periodStart) throws SQLException {
    return new EmployerMonth(
        row.getString("employer_no"),
        row.getString("name"),
        row.getString("population"),
        row.getString("ogd_no"),
        periodStart,
        document(periodStart, row.getString("employer_no")),
        EmployerMonthVerdict.State.valueOf(row.getString("state")),
        row.getObject("due", LocalDate.class),
        row.getObject("first_filed", LocalDate.class),
        row.getInt("persons"),
        row.getLong("base_minor"),
        shares(row),
        row.getLong("surcharge_minor"),
        row.getInt("months_late"),
        row.getLong("penalty_minor"));
  }

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("ogd_no"),
        Component.valueOf(row.getString("component")),
        Payer.valueOf(row.getString("payer")),
        row.getInt("rev"),
        row.getInt("reverses"),
        row.getLong("amount_minor"));
  }

  static String document(LocalDate valuePeriod, String number) {
    return valuePeriod.toString().substring(0, 7) + "/" + number;
  }

  static Shares shares(ResultSet row) throws SQLException {
    return new Shares(
        row.getLong("employer_minor"), row.getLong("insured_minor"), row.getLong("state_minor"));
  }
}
