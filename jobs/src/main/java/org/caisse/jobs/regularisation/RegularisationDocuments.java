package org.caisse.jobs.regularisation;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.pack.Citation;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.document.RectificationNotice;
import org.caisse.writers.document.RectificationNotice.Month;
import org.caisse.writers.document.RectificationNotice.Rectified;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.StoredZip;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the notice of each employer, the list of all, and the sums of all debtors. */
final class RegularisationDocuments implements Steps.Work {

  private static final List<Column> EMPLOYERS =
      List.of(
          new Column("label.employer.no", CellKind.TEXT, 16),
          new Column("label.name", CellKind.TEXT, 40),
          new Column("label.ogd", CellKind.TEXT, 12),
          new Column("label.period", CellKind.TEXT, 12),
          new Column("rectification.before", CellKind.AMOUNT, 18),
          new Column("rectification.after", CellKind.AMOUNT, 18),
          new Column("rectification.difference", CellKind.AMOUNT, 18));

  private static final List<Column> TOTALS =
      List.of(
          new Column("label.period", CellKind.TEXT, 12),
          new Column("rectification.debtor", CellKind.TEXT, 24),
          new Column("label.ogd", CellKind.TEXT, 12),
          new Column("statement.label", CellKind.TEXT, 34),
          new Column("statement.payer", CellKind.TEXT, 16),
          new Column("rectification.before", CellKind.AMOUNT, 18),
          new Column("rectification.after", CellKind.AMOUNT, 18),
          new Column("rectification.difference", CellKind.AMOUNT, 18));

  private final RunContext run;
  private final Messages messages;

  /** A month of an employer's notice. */
  private record Row(String employerNo, String name, DocumentNumber number, Month month) {}

  RegularisationDocuments(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    String scope = run.run().key().scope();
    List<WrittenFile> files = new ArrayList<>();
    files.add(notices(scope));
    files.addAll(
        ListDocument.write(
            run,
            "rectifications-" + scope,
            "rectifications",
            run.run().key().label(),
            EMPLOYERS,
            query("employers"),
            this::employer));
    files.addAll(
        ListDocument.write(
            run,
            "regularisation-" + scope,
            "regularisation",
            run.run().key().label(),
            TOTALS,
            query("totals"),
            this::total));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private void employer(PeopleList list, ResultSet row) throws SQLException, IOException {
    boolean total = row.getBoolean("total");
    list.text(total ? messages.get("balance.total") : row.getString("employer_no"))
        .text(row.getString("name"))
        .text(row.getString("ogd_no"))
        .text(row.getString("period"));
    amounts(list, row);
  }

  private void total(PeopleList list, ResultSet row) throws SQLException, IOException {
    boolean total = row.getBoolean("total");
    list.text(total ? messages.get("balance.total") : row.getString("period"))
        .text(total ? "" : messages.get("rectification.debtor." + row.getString("debtor")))
        .text(row.getString("ogd_no"))
        .text(total ? "" : messages.get("component." + row.getString("component")))
        .text(total ? "" : messages.get("payer." + row.getString("payer")));
    amounts(list, row);
  }

  private static void amounts(PeopleList list, ResultSet row) throws SQLException, IOException {
    long before = row.getLong("before_minor");
    long after = row.getLong("after_minor");
    list.amount(before).amount(after).amount(after - before);
  }

  /** One employer in memory at a time. */
  private WrittenFile notices(String scope) throws IOException {
    RectificationNotice notice =
        new RectificationNotice(run.letterhead(), run.run().businessDate(), run.run().headSha256());
    return AtomicFile.write(
        run.outbox().resolve(DocumentNames.rectifications(scope)),
        run.failPoint(),
        out -> {
          StoredZip zip = new StoredZip(out);
          try (Stream<Row> rows = query("notices").withFetchSize(2_000).query(this::row).stream()) {
            List<Row> one = new ArrayList<>();
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
              Row next = all.next();
              if (!one.isEmpty() && !one.getFirst().employerNo().equals(next.employerNo())) {
                add(zip, notice, one);
                one.clear();
              }
              one.add(next);
            }
            if (!one.isEmpty()) {
              add(zip, notice, one);
            }
          }
          zip.finish();
        });
  }

  private void add(StoredZip zip, RectificationNotice notice, List<Row> rows) throws IOException {
    Row first = rows.getFirst();
    zip.add(
        DocumentNames.employerFolder(first.employerNo())
            + DocumentNames.rectification(run.run().language()),
        notice.of(
            new Rectified(
                first.number(),
                first.employerNo(),
                first.name(),
                rows.stream().map(Row::month).toList())));
  }

  private Row row(ResultSet row, int n) throws SQLException {
    LocalDate period = row.getObject("period", LocalDate.class);
    int notice = row.getInt("notice_number");
    return new Row(
        row.getString("employer_no"),
        row.getString("name"),
        new DocumentNumber(DocumentSeries.RECT, row.getInt("year"), row.getInt("number")),
        new Month(
            period,
            notice == 0
                ? null
                : new DocumentNumber(DocumentSeries.AVIS, row.getInt("notice_year"), notice),
            row.getLong("before_minor"),
            row.getLong("after_minor"),
            texts(row.getString("population"), period)));
  }

  /** The texts that decide what the month owes, as documents cite them. */
  private List<String> texts(String population, LocalDate period) {
    return run.law().texts(population, period).stream().map(this::words).toList();
  }

  private String words(Citation citation) {
    return run.run().language() == Language.FR ? citation.fr() : citation.en();
  }

  private JdbcClient.StatementSpec query(String name) {
    return run.sql().sql(Sql.of(getClass(), name)).param("run", run.run().id());
  }
}
