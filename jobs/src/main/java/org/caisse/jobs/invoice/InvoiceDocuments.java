package org.caisse.jobs.invoice;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.document.ListDocument;
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

/** Writes an acknowledgement a file, by lot and invoice, and the reject file of an intake. */
final class InvoiceDocuments implements Steps.Work {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("invoice.ack.number", CellKind.TEXT, 18),
          new Column("invoice.ack.provider", CellKind.TEXT, 14),
          new Column("invoice.ack.lot", CellKind.TEXT, 14),
          new Column("invoice.ack.invoice", CellKind.TEXT, 16),
          new Column("invoice.ack.version", CellKind.TEXT, 9),
          new Column("invoice.ack.kind", CellKind.TEXT, 16),
          new Column("label.period", CellKind.TEXT, 12),
          new Column("invoice.ack.lines", CellKind.COUNT, 10),
          new Column("invoice.ack.charged", CellKind.AMOUNT, 18),
          new Column("invoice.ack.said", CellKind.TEXT, 14),
          new Column("invoice.ack.said_amount", CellKind.AMOUNT, 18),
          new Column("invoice.ack.taken", CellKind.COUNT, 10),
          new Column("invoice.ack.taken_amount", CellKind.AMOUNT, 18),
          new Column("invoice.ack.rejected", CellKind.COUNT, 10),
          new Column("invoice.ack.late", CellKind.COUNT, 10),
          new Column("invoice.ack.result", CellKind.LONG_TEXT, 60));

  private final RunContext run;
  private final Messages messages;
  private final RejectText texts;

  InvoiceDocuments(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
    this.texts = new RejectText(run.run().language(), run.law().pack().currency());
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    for (FrozenFile file : run.files()) {
      files.addAll(acknowledgement(file));
    }
    files.addAll(RejectedClaims.write(run));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private List<WrittenFile> acknowledgement(FrozenFile file) throws IOException {
    String number = number(file).toString();
    return ListDocument.write(
        run,
        DocumentNames.acknowledgement(file.ordinal(), file.name()),
        "invoice.ack",
        number,
        COLUMNS,
        run.sql().sql(Sql.of(getClass(), "acknowledged")).param("file", file.id()),
        (list, row) -> row(list, number, row));
  }

  private void row(PeopleList list, String number, ResultSet row) throws SQLException, IOException {
    int lines = row.getInt("lines");
    int accepted = row.getInt("accepted");
    String kind = row.getString("kind");
    String period = row.getString("period");
    boolean repeated = row.getString("status").equals("REPEATED");
    list.text(number)
        .text(row.getString("provider_no"))
        .text(row.getString("lot_no"))
        .text(row.getString("invoice_no"))
        .text(Found.text(row, "version"))
        .text(kind == null ? "" : messages.get("invoice.ack.kind." + kind))
        .text(period == null ? "" : period.substring(0, 7))
        .count(lines)
        .amount(row.getLong("charged_minor"))
        .text(Found.text(row, "said_lines"))
        .amount(Found.amount(row, "said_minor"))
        .count(accepted)
        .amount(row.getLong("accepted_minor"))
        .count(repeated ? 0 : lines - accepted)
        .count(row.getInt("late"))
        .text(result(row, lines == accepted));
  }

  private String result(ResultSet row, boolean whole) throws SQLException {
    Reject refused = Found.reject(row, "refused", row.getInt("line_no"));
    if (refused != null) {
      return texts.what(refused);
    }
    if (row.getLong("invoice_id") == 0) {
      boolean says = row.getObject("said_lines") != null || row.getObject("said_minor") != null;
      return messages.get(says ? "invoice.ack.lot_taken" : "invoice.ack.lot_free");
    }
    if (row.getString("status").equals("REPEATED")) {
      return messages.get("invoice.ack.repeated");
    }
    if (row.getInt("accepted") == 0) {
      return messages.get("invoice.ack.none");
    }
    if (row.getInt("correction") > 0) {
      return messages.get("invoice.ack.corrected");
    }
    return messages.get(whole ? "invoice.ack.all_taken" : "invoice.ack.filed");
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
