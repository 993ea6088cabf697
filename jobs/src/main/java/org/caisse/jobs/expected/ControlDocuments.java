package org.caisse.jobs.expected;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the worklists of a control, a pair for each delegated body: persons to look at, in the
 * order of their employers, and silent employers; and the totals over all.
 */
final class ControlDocuments implements Steps.Work {

  private static final List<Column> PERSONS =
      List.of(
          new Column("label.employer.no", CellKind.TEXT, 16),
          new Column("label.name", CellKind.TEXT, 34),
          new Column("declared.finding", CellKind.TEXT, 34),
          new Column("persons.no", CellKind.TEXT, 18),
          new Column("persons.last_name", CellKind.TEXT, 22),
          new Column("persons.first_name", CellKind.TEXT, 22),
          new Column("persons.birth", CellKind.DAY, 12),
          new Column("declared.lists", CellKind.TEXT, 20),
          new Column("declared.pay", CellKind.AMOUNT, 16),
          new Column("declared.against", CellKind.AMOUNT, 16),
          new Column("declared.missing", CellKind.AMOUNT, 18),
          new Column("declared.todo", CellKind.LONG_TEXT, 60));

  private static final List<Column> SILENT =
      List.of(
          new Column("label.employer.no", CellKind.TEXT, 16),
          new Column("label.name", CellKind.TEXT, 34),
          new Column("declared.last_month", CellKind.TEXT, 16),
          new Column("declared.last_persons", CellKind.COUNT, 16),
          new Column("declared.expected", CellKind.COUNT, 16),
          new Column("declared.missing", CellKind.AMOUNT, 18),
          new Column("declared.todo", CellKind.LONG_TEXT, 60));

  private static final List<Column> TOTALS =
      List.of(
          new Column("label.ogd", CellKind.TEXT, 14),
          new Column("declared.finding", CellKind.TEXT, 40),
          new Column("expected.employers", CellKind.COUNT, 14),
          new Column("expected.persons", CellKind.COUNT, 14),
          new Column("declared.missing", CellKind.AMOUNT, 20));

  private final ControlledMonth month;
  private final RunContext run;
  private final Messages messages;

  ControlDocuments(ControlledMonth month) {
    this.month = month;
    this.run = month.run();
    this.messages = Messages.of("documents", run.run().language());
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    for (String ogd : query("control-ogds").query(String.class).list()) {
      files.addAll(persons(ogd));
      files.addAll(silent(ogd));
    }
    files.addAll(totals());
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private List<WrittenFile> persons(String ogd) throws IOException {
    return ListDocument.write(
        run,
        DocumentNames.control("persons-to-check", ogd, month.start()),
        "declared.persons",
        reference(ogd),
        PERSONS,
        month
            .bind(run.sql().sql(Sql.of(getClass(), "findings")))
            .param("date", run.run().businessDate())
            .param("ogd", ogd),
        (list, row) -> {
          String finding = row.getString("finding");
          list.text(row.getString("employer_no"))
              .text(row.getString("employer_name"))
              .text(messages.get("declared." + finding))
              .text(row.getString("person_no"))
              .text(row.getString("last_name"))
              .text(row.getString("first_name"))
              .day(row.getObject("birth_date", LocalDate.class))
              .text(row.getString("lists"))
              .amount(row.getLong("pay_minor"))
              .amount(row.getObject("against_minor", Long.class))
              .amount(row.getLong("missing_minor"))
              .text(messages.get("declared." + finding + ".todo"));
        });
  }

  private List<WrittenFile> silent(String ogd) throws IOException {
    return ListDocument.write(
        run,
        DocumentNames.control("silent-employers", ogd, month.start()),
        "declared.silent",
        reference(ogd),
        SILENT,
        query("silent").param("ogd", ogd),
        (list, row) ->
            list.text(row.getString("employer_no"))
                .text(row.getString("name"))
                .text(row.getString("last_month"))
                .count(row.getLong("last_persons"))
                .count(row.getLong("expected"))
                .amount(row.getLong("missing_minor"))
                .text(messages.get("declared.silent.todo")));
  }

  private List<WrittenFile> totals() throws IOException {
    return ListDocument.write(
        run,
        DocumentNames.control("control-totals", "", month.start()),
        "declared.totals",
        run.run().key().label(),
        TOTALS,
        query("control-totals"),
        (list, row) -> {
          String finding = row.getString("finding");
          list.text(row.getString("ogd_no"))
              .text(messages.get(finding.isEmpty() ? "balance.total" : "declared." + finding))
              .count(row.getLong("employers"))
              .count(row.getLong("persons"))
              .amount(row.getLong("missing_minor"));
        });
  }

  private String reference(String ogd) {
    return (run.run().key().label() + " " + ogd).strip();
  }

  private JdbcClient.StatementSpec query(String name) {
    return month.bind(run.sql().sql(Sql.of(ControlDocuments.class, name)));
  }
}
