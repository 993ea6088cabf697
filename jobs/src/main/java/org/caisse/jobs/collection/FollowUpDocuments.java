package org.caisse.jobs.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.config.text.Messages;
import org.caisse.domain.collection.CollectionTerms;
import org.caisse.domain.collection.Stage;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.debt.DebtHolder;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.DebtLetter;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.StoredZip;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the letters of a follow-up, the list of them, and the formal notices to act on. */
final class FollowUpDocuments implements Steps.Work {

  private static final List<Column> LETTERS =
      List.of(
          new Column("label.number", CellKind.TEXT, 20),
          new Column("collection.letter", CellKind.TEXT, 34),
          new Column("label.employer.no", CellKind.TEXT, 16),
          new Column("label.name", CellKind.TEXT, 40),
          new Column("collection.months", CellKind.LONG_TEXT, 30),
          new Column("aged.oldest", CellKind.DAY, 14),
          new Column("collection.asked", CellKind.AMOUNT, 18));

  private static final List<Column> WORKLIST =
      List.of(
          new Column("collection.notice", CellKind.TEXT, 20),
          new Column("label.employer.no", CellKind.TEXT, 16),
          new Column("label.name", CellKind.TEXT, 40),
          new Column("label.period", CellKind.TEXT, 12),
          new Column("label.ogd", CellKind.TEXT, 12),
          new Column("account.open", CellKind.AMOUNT, 18),
          new Column("collection.since", CellKind.DAY, 14),
          new Column("receipt.todo", CellKind.LONG_TEXT, 70));

  private final RunContext run;
  private final Messages messages;
  private final LocalDate day;
  private final DebtHolder holder;

  FollowUpDocuments(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
    this.day = run.run().businessDate();
    this.holder = new DebtHolder(run);
  }

  /** A debt of a letter, as the query gives it. */
  private record Row(DebtLetter.Content letter, DebtLetter.Line line) {}

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.add(
        AtomicFile.write(
            run.outbox().resolve(DocumentNames.letters(day)),
            run.failPoint(),
            out -> {
              StoredZip zip = new StoredZip(out);
              letters(zip);
              zip.finish();
            }));
    files.addAll(letterList());
    files.addAll(worklist());
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private void letters(StoredZip zip) throws IOException {
    DebtLetter letter =
        new DebtLetter(
            run.letterhead(),
            CollectionTerms.of(run.law(), day),
            run.law().pack().collection().citation(),
            names(),
            day,
            run.run().headSha256());
    try (Stream<Row> rows =
        query("letters").withFetchSize(2_000).query(FollowUpDocuments::row).stream()) {
      DebtLetter.Content open = null;
      List<DebtLetter.Line> lines = new ArrayList<>();
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        if (open != null && !open.number().equals(row.letter().number())) {
          add(zip, letter, open, lines);
          lines.clear();
        }
        open = row.letter();
        lines.add(row.line());
      }
      if (open != null) {
        add(zip, letter, open, lines);
      }
    }
  }

  private static void add(
      StoredZip zip, DebtLetter letter, DebtLetter.Content content, List<DebtLetter.Line> lines)
      throws IOException {
    zip.add(
        DocumentNames.letter(content.employerNo(), content.number()), letter.of(content, lines));
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    query("ogd-names")
        .query(
            row -> {
              String body = row.getString("ogd_no");
              String name = row.getString("name");
              names.put(body, name == null ? holder.words(body) : name);
            });
    return names;
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    String before = row.getString("before");
    return new Row(
        new DebtLetter.Content(
            number(row),
            Stage.valueOf(row.getString("stage")),
            row.getString("employer_no"),
            row.getString("name"),
            before == null ? "" : before,
            row.getInt("plan_no"),
            row.getObject("since", LocalDate.class)),
        new DebtLetter.Line(
            row.getObject("period", LocalDate.class),
            row.getString("ogd_no"),
            row.getObject("due", LocalDate.class),
            row.getLong("open_minor")));
  }

  private static DocumentNumber number(ResultSet row) throws SQLException {
    return new DocumentNumber(
        DocumentSeries.valueOf(row.getString("series")), row.getInt("year"), row.getInt("number"));
  }

  private List<WrittenFile> letterList() throws IOException {
    return ListDocument.write(
        run,
        "letters-" + day,
        "collection.letters",
        run.run().key().label(),
        LETTERS,
        query("letter-list"),
        (list, row) ->
            list.text(number(row).toString())
                .text(messages.get("collection.stage." + row.getString("stage")))
                .text(row.getString("employer_no"))
                .text(row.getString("name"))
                .text(row.getString("months"))
                .day(row.getObject("oldest", LocalDate.class))
                .amount(row.getLong("open_minor")));
  }

  private List<WrittenFile> worklist() throws IOException {
    return ListDocument.write(
        run,
        "formal-notices-" + day,
        "collection.worklist",
        run.run().key().label(),
        WORKLIST,
        query("worklist"),
        (list, row) ->
            list.text(row.getString("notice"))
                .text(row.getString("employer_no"))
                .text(row.getString("name"))
                .text(row.getString("period").substring(0, 7))
                .text(holder.words(row.getString("ogd_no")))
                .amount(row.getLong("open_minor"))
                .day(row.getObject("since", LocalDate.class))
                .text(
                    messages.get(
                        "collection.todo." + row.getString("kind"), row.getString("notice"))));
  }

  private JdbcClient.StatementSpec query(String name) {
    return run.sql().sql(Sql.of(getClass(), name)).param("run", run.run().id());
  }
}
