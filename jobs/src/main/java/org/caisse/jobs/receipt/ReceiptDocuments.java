package org.caisse.jobs.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.ledger.RunJournal;
import org.caisse.jobs.run.FrozenFile;
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

/** Writes an acknowledgement a file, the reject file and the journal of an intake of receipts. */
final class ReceiptDocuments implements Steps.Work {

  private static final List<Column> STATEMENTS =
      List.of(
          new Column("receipt.ack.number", CellKind.TEXT, 18),
          new Column("receipt.account", CellKind.TEXT, 24),
          new Column("receipt.ack.lines", CellKind.COUNT, 10),
          new Column("receipt.ack.taken", CellKind.COUNT, 10),
          new Column("receipt.ack.taken_amount", CellKind.AMOUNT, 18),
          new Column("receipt.ack.total", CellKind.AMOUNT, 18),
          new Column("receipt.ack.opening", CellKind.AMOUNT, 18),
          new Column("receipt.ack.closing", CellKind.AMOUNT, 18),
          new Column("receipt.ack.result", CellKind.LONG_TEXT, 60));

  private static final List<Column> REMITTANCES =
      List.of(
          new Column("receipt.ack.number", CellKind.TEXT, 18),
          new Column("label.ogd", CellKind.TEXT, 14),
          new Column("remittance.number", CellKind.TEXT, 20),
          new Column("remittance.date", CellKind.DAY, 12),
          new Column("receipt.ack.lines", CellKind.COUNT, 10),
          new Column("receipt.ack.taken", CellKind.COUNT, 10),
          new Column("receipt.ack.taken_amount", CellKind.AMOUNT, 18),
          new Column("receipt.ack.total", CellKind.AMOUNT, 18),
          new Column("remittance.said", CellKind.AMOUNT, 18),
          new Column("remittance.withheld", CellKind.AMOUNT, 18),
          new Column("receipt.ack.result", CellKind.LONG_TEXT, 60));

  private final RunContext run;
  private final Messages messages;

  ReceiptDocuments(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    for (FrozenFile file : run.files()) {
      files.addAll(
          file.kind().equals(ReceiptIntake.REMITTANCES) ? remittances(file) : statements(file));
    }
    files.addAll(RejectDocument.write(run));
    files.add(RunJournal.write(run, Sql.of(getClass(), "journal")));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private List<WrittenFile> remittances(FrozenFile file) throws IOException {
    String number = number(file).toString();
    return ListDocument.write(
        run,
        DocumentNames.acknowledgementList(file.ordinal(), file.name()),
        "remittance.ack",
        number,
        REMITTANCES,
        run.sql().sql(Sql.of(getClass(), "remittances")).param("file", file.id()),
        (list, row) -> {
          boolean totals =
              row.getObject("said_lines") != null || row.getObject("said_minor") != null;
          list.text(number)
              .text(row.getString("ogd_no"))
              .text(row.getString("number"))
              .day(row.getObject("remitted_on", LocalDate.class))
              .count(row.getInt("lines"))
              .count(row.getInt("taken"))
              .amount(row.getLong("taken_minor"))
              .amount(row.getLong("total_minor"))
              .amount(row.getObject("said_minor") == null ? null : row.getLong("said_minor"))
              .amount(row.getLong("withheld_minor"))
              .text(result(row.getInt("refused"), row.getBoolean("repeated"), totals));
        });
  }

  private String result(int refused, boolean repeated, boolean totals) {
    if (refused != 0) {
      return messages.get("remittance.ack.refused", Integer.toString(refused));
    }
    if (repeated) {
      return messages.get("remittance.ack.repeated");
    }
    return messages.get(totals ? "remittance.ack.ties" : "remittance.ack.no_totals");
  }

  private List<WrittenFile> statements(FrozenFile file) throws IOException {
    String number = number(file).toString();
    return ListDocument.write(
        run,
        DocumentNames.acknowledgementList(file.ordinal(), file.name()),
        "receipt.ack",
        number,
        STATEMENTS,
        run.sql().sql(Sql.of(getClass(), "statements")).param("file", file.id()),
        (list, row) -> {
          int refused = row.getInt("refused");
          boolean totals = row.getObject("opening_minor") != null;
          list.text(number)
              .text(row.getString("account"))
              .count(row.getInt("lines"))
              .count(row.getInt("taken"))
              .amount(row.getLong("taken_minor"))
              .amount(row.getLong("total_minor"))
              .amount(totals ? row.getLong("opening_minor") : null)
              .amount(row.getObject("closing_minor") == null ? null : row.getLong("closing_minor"))
              .text(
                  refused != 0
                      ? messages.get("receipt.ack.refused", Integer.toString(refused))
                      : messages.get(totals ? "receipt.ack.ties" : "receipt.ack.no_totals"));
        });
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
