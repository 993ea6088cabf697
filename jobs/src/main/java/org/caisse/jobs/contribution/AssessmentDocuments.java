package org.caisse.jobs.contribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.contribution.EmployerMonthVerdict;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Shares;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.EmployerMonth;
import org.caisse.writers.document.JournalEntry;
import org.caisse.writers.document.JournalFile;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.MissingFile;
import org.caisse.writers.document.OgdFile;
import org.caisse.writers.document.StateFile;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what an assessment sends out, each file whole, from what is committed. */
final class AssessmentDocuments implements Steps.Work {

  /** A delegated body to which the run writes. */
  private record Ogd(String no, String name, DocumentNumber number) {}

  private final Month month;
  private final RunContext run;
  private final Letterhead letterhead;
  private final String period;

  AssessmentDocuments(Month month) {
    this.month = month;
    this.run = month.run();
    this.letterhead =
        Letterhead.of(run.law().settings(), run.law().pack().currency(), run.run().language());
    this.period = month.start().toString().substring(0, 7);
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<Ogd> bodies = ogds();
    Map<String, String> ogds = new LinkedHashMap<>();
    bodies.forEach(ogd -> ogds.put(ogd.no(), ogd.name()));
    List<WrittenFile> files = new ArrayList<>();
    files.add(
        new EmployerDocuments(month, letterhead, ogds)
            .write(run.outbox().resolve(DocumentNames.employers(month.start()))));
    for (Ogd ogd : bodies) {
      files.add(ogdFile(ogd));
    }
    files.add(stateFile(ogds));
    files.add(missingFile());
    files.add(journalFile());
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private WrittenFile ogdFile(Ogd ogd) throws IOException {
    return write(
        DocumentNames.ogd(ogd.no(), month.start()) + ".csv",
        out -> {
          OgdFile file =
              new OgdFile(out, letterhead, ogd.number(), ogd.no(), ogd.name(), month.start());
          each(
              "ogd-employers",
              Map.of("ogd", ogd.no()),
              row -> file.employer(employerMonth(row, month.start())));
          each(
              "ogd-enrolled",
              Map.of("ogd", ogd.no()),
              row ->
                  file.enrolled(row.getString("population"), row.getInt("persons"), shares(row)));
          file.finish();
        });
  }

  private WrittenFile stateFile(Map<String, String> ogds) throws IOException {
    DocumentNumber number = month.number(DocumentSeries.ETAT, stateNumber());
    return write(
        DocumentNames.state(month.start()) + ".csv",
        out -> {
          StateFile file = new StateFile(out, letterhead, number, month.start());
          each(
              "state-funded",
              Map.of(),
              row ->
                  file.funded(
                      row.getString("ogd_no"),
                      ogds.getOrDefault(row.getString("ogd_no"), ""),
                      row.getString("population"),
                      row.getInt("persons"),
                      row.getLong("state_minor")));
          file.finish();
        });
  }

  private WrittenFile missingFile() throws IOException {
    return write(
        "missing-" + period + ".csv",
        out -> {
          MissingFile file = new MissingFile(out, letterhead, month.start());
          each(
              "missing",
              Map.of(),
              row ->
                  file.append(
                      row.getString("employer_no"),
                      row.getString("name"),
                      row.getString("ogd_no"),
                      row.getObject("since", LocalDate.class)));
          file.finish();
        });
  }

  private WrittenFile journalFile() throws IOException {
    Accounts accounts = new Accounts(run.law().settings().accounts());
    return write(
        "journal-" + period + ".csv",
        out -> {
          JournalFile file = new JournalFile(out, letterhead);
          each(
              "journal",
              Map.of(),
              row -> {
                Debtor debtor = Debtor.valueOf(row.getString("debtor"));
                Entry entry = entry(row);
                file.append(
                    new JournalEntry(
                        row.getObject("posting_period", LocalDate.class),
                        row.getObject("value_period", LocalDate.class),
                        document(
                            row.getObject("value_period", LocalDate.class),
                            row.getString("number")),
                        debtor,
                        entry,
                        accounts.postings(debtor, entry)));
              });
          file.finish();
        });
  }

  private WrittenFile write(String name, AtomicFile.Content content) throws IOException {
    return AtomicFile.write(run.outbox().resolve(name), run.failPoint(), content);
  }

  private List<Ogd> ogds() {
    return month
        .bind(run.sql().sql(Sql.of(getClass(), "ogds")))
        .query(
            (row, n) ->
                new Ogd(
                    row.getString("ogd_no"),
                    row.getString("name"),
                    month.number(DocumentSeries.OGD, row.getInt("number"))))
        .list();
  }

  private int stateNumber() {
    return run.sql()
        .sql("SELECT first FROM document_range WHERE run_id = :run AND series = :series")
        .param("run", run.run().id())
        .param("series", DocumentSeries.ETAT.name())
        .query(Integer.class)
        .single();
  }

  /** Handles a row of a query. */
  @FunctionalInterface
  interface RowWork {
    void row(ResultSet row) throws SQLException, IOException;
  }

  private void each(String query, Map<String, Object> parameters, RowWork work) {
    JdbcClient.StatementSpec statement = month.bind(run.sql().sql(Sql.of(getClass(), query)));
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      statement = statement.param(parameter.getKey(), parameter.getValue());
    }
    RowCallbackHandler handler =
        row -> {
          try {
            work.row(row);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    statement.withFetchSize(2_000).query(handler);
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
        row.getObject("first_filed", LocalDate.class),
        row.getInt("persons"),
        row.getLong("base_minor"),
        shares(row),
        row.getLong("surcharge_minor"),
        row.getInt("months_late"));
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

  private static Shares shares(ResultSet row) throws SQLException {
    return new Shares(
        row.getLong("employer_minor"), row.getLong("insured_minor"), row.getLong("state_minor"));
  }
}
