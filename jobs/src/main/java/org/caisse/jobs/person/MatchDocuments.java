package org.caisse.jobs.person;

import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.config.text.Messages;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;

/** Writes the pairs that may be one person, each in two rows, with why and what to do. */
final class MatchDocuments implements Steps.Work {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("persons.pair", CellKind.COUNT, 8),
          new Column("persons.likely", CellKind.TEXT, 16),
          new Column("persons.score", CellKind.COUNT, 9),
          new Column("persons.side", CellKind.TEXT, 14),
          new Column("persons.no", CellKind.TEXT, 16),
          new Column("persons.last_name", CellKind.TEXT, 22),
          new Column("persons.first_name", CellKind.TEXT, 22),
          new Column("persons.birth", CellKind.DAY, 12),
          new Column("persons.sex", CellKind.TEXT, 7),
          new Column("persons.population", CellKind.TEXT, 18),
          new Column("label.ogd", CellKind.TEXT, 12),
          new Column("persons.national_id", CellKind.TEXT, 18),
          new Column("persons.phone", CellKind.TEXT, 16),
          new Column("persons.work", CellKind.LONG_TEXT, 34),
          new Column("persons.why", CellKind.LONG_TEXT, 50),
          new Column("persons.todo", CellKind.LONG_TEXT, 60));

  private final RunContext run;
  private final Messages messages;

  MatchDocuments(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(
        ListDocument.write(
            run,
            "candidates-" + run.run().businessDate(),
            "persons",
            run.run().key().label(),
            COLUMNS,
            run.sql()
                .sql(Sql.of(getClass(), "candidates"))
                .param("run", run.run().id())
                .param("date", run.run().businessDate())
                .param("inputs", run.inputArray())
                .param("withdrawn", run.withdrawnArray()),
            (list, row) ->
                list.count(row.getLong("pair"))
                    .text(likely(row.getInt("score")))
                    .count(row.getInt("score"))
                    .text(messages.get(row.getBoolean("keep") ? "persons.keep" : "persons.drop"))
                    .text(row.getString("person_no"))
                    .text(row.getString("last_name"))
                    .text(row.getString("first_name"))
                    .day(row.getObject("birth_date", LocalDate.class))
                    .text(row.getString("sex"))
                    .text(population(row.getString("population")))
                    .text(row.getString("ogd_no"))
                    .text(row.getString("national_id"))
                    .text(row.getString("phone"))
                    .text(work(row.getString("work")))
                    .text(why(row))
                    .text(
                        messages.get(
                            "persons.todo.text",
                            row.getString("keep_no"),
                            row.getString("drop_no")))));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private String likely(int score) {
    int certain = run.law().settings().checks().persons().certain();
    return messages.get(score >= certain ? "persons.very_likely" : "persons.possible");
  }

  /** People whom employers declare have none. */
  private String population(String code) {
    return code.isEmpty() ? messages.get("persons.declared") : code;
  }

  private static String work(String work) {
    return Stream.of(work.split(";", -1))
        .filter(one -> !one.isEmpty())
        .map(one -> one.split("\\|", -1))
        .map(
            parts ->
                parts[1].equals(parts[2])
                    ? "%s (%s)".formatted(parts[0], parts[1])
                    : "%s (%s … %s)".formatted(parts[0], parts[1], parts[2]))
        .collect(Collectors.joining(", "));
  }

  private String why(ResultSet row) throws SQLException {
    return Stream.of(row.getString("why").split(",", -1))
        .map(evidence -> messages.get("evidence." + evidence))
        .collect(Collectors.joining(", "));
  }
}
