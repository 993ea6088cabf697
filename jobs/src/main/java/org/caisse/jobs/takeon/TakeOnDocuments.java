package org.caisse.jobs.takeon;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.takeon.ControlTotal;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.ledger.RunJournal;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;

/**
 * Writes the list of totals, those that differ first, an acknowledgement a file, the reject file
 * and the journal of a take-on.
 */
final class TakeOnDocuments implements Steps.Work {

  private static final List<Column> TOTALS =
      List.of(
          new Column("take_on.what", CellKind.TEXT, 24),
          new Column("take_on.key", CellKind.TEXT, 28),
          new Column("take_on.count_expected", CellKind.COUNT, 16),
          new Column("take_on.count_found", CellKind.COUNT, 16),
          new Column("take_on.expected", CellKind.AMOUNT, 20),
          new Column("take_on.found", CellKind.AMOUNT, 20),
          new Column("take_on.difference", CellKind.AMOUNT, 20),
          new Column("take_on.result", CellKind.TEXT, 24),
          new Column("take_on.where", CellKind.TEXT, 40));

  private static final List<Column> RESULTS =
      List.of(
          new Column("receipt.ack.number", CellKind.TEXT, 18),
          new Column("take_on.what", CellKind.TEXT, 28),
          new Column("receipt.ack.lines", CellKind.COUNT, 10),
          new Column("take_on.read", CellKind.COUNT, 10),
          new Column("take_on.rejected", CellKind.COUNT, 10),
          new Column("receipt.ack.total", CellKind.AMOUNT, 20),
          new Column("take_on.result", CellKind.LONG_TEXT, 70));

  private final RunContext run;
  private final Messages messages;

  TakeOnDocuments(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>(totals());
    for (FrozenFile file : run.files()) {
      files.addAll(acknowledgement(file));
    }
    files.addAll(RejectDocument.write(run));
    files.add(RunJournal.write(run, Sql.of(getClass(), "journal")));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private List<WrittenFile> totals() throws IOException {
    return ListDocument.write(
        run,
        DocumentNames.takeOn(run.run().businessDate()),
        "take_on",
        run.run().key().label(),
        TOTALS,
        run.sql().sql(Sql.of(getClass(), "totals")).param("run", run.run().id()),
        this::total);
  }

  private void total(PeopleList list, ResultSet row) throws SQLException, IOException {
    ControlTotal total =
        ControlTotal.of(
            ControlTotal.Kind.valueOf(row.getString("kind")),
            row.getString("key"),
            row.getString("measure"),
            row.getObject("expected", Long.class),
            row.getObject("found", Long.class));
    boolean count = total.measure().equals("COUNT");
    list.text(messages.get("take_on.kind." + total.kind())).text(total.key());
    count(list, count, total.expected());
    count(list, count, total.found());
    list.amount(count ? null : total.expected()).amount(count ? null : total.found());
    list.amount(count ? null : total.difference());
    list.text(messages.get(total.ties() ? "take_on.ties" : "take_on.differs"));
    String file = row.getString("name");
    list.text(
        file == null
            ? messages.get(total.ties() ? "take_on.nowhere" : "take_on.uncontrolled")
            : messages.get("take_on.place", file, row.getInt("line_no")));
  }

  private static void count(PeopleList list, boolean count, Long number) throws IOException {
    if (count && number != null) {
      list.count(number);
    } else {
      list.empty();
    }
  }

  private List<WrittenFile> acknowledgement(FrozenFile file) throws IOException {
    String number = number(file).toString();
    return ListDocument.write(
        run,
        DocumentNames.acknowledgementList(file.ordinal(), file.name()),
        "take_on.ack",
        number,
        RESULTS,
        run.sql().sql(Sql.of(getClass(), "file-result")).param("file", file.id()),
        (list, row) ->
            list.text(number)
                .text(messages.get("take_on.file." + file.kind()))
                .count(row.getLong("lines"))
                .count(row.getLong("accepted"))
                .count(row.getLong("rejected"))
                .amount(row.getLong("amount_minor"))
                .text(
                    row.getBoolean("refused")
                        ? messages.get("take_on.refused", row.getInt("differences"))
                        : messages.get("take_on.taken")));
  }

  private DocumentNumber number(FrozenFile file) {
    return run.sql()
        .sql("SELECT year, number FROM document WHERE run_id = :run AND file_id = :file")
        .param("run", run.run().id())
        .param("file", file.id())
        .query(
            (row, n) ->
                new DocumentNumber(DocumentSeries.AR, row.getInt("year"), row.getInt("number")))
        .single();
  }
}
