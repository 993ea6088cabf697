package org.caisse.jobs.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.CareText;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.ledger.RunJournal;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.document.Remittance;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a run decided, what waits for whom, and the journal. */
final class AdjudicationDocuments implements Steps.Work {

  private static final Column PROVIDER = new Column("care.provider", CellKind.TEXT, 14);
  private static final Column INVOICE = new Column("care.invoice", CellKind.TEXT, 18);
  private static final Column VERSION = new Column("care.version", CellKind.ORDINAL, 8);

  private static final List<Column> DECIDED =
      LineCells.after(
          PROVIDER,
          INVOICE,
          VERSION,
          new Column("care.late", CellKind.TEXT, 10),
          new Column("care.before", CellKind.TEXT, 12),
          new Column("care.before_paid", CellKind.AMOUNT, 14));

  private static final List<Column> PENDED =
      LineCells.after(
          PROVIDER,
          INVOICE,
          VERSION,
          new Column("care.received", CellKind.DAY, 12),
          new Column("care.reserved", CellKind.AMOUNT, 14));

  private final RunContext run;
  private final LocalDate day;
  private final DecidedLines lines;
  private final LineCells cells;

  AdjudicationDocuments(RunContext run) {
    this.run = run;
    this.day = run.run().businessDate();
    this.lines =
        new DecidedLines(
            new CareText(
                run.run().language(), run.law().pack().currency(), run.law().pack().care()));
    this.cells = new LineCells(run);
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Statistics.noNestedLoops(run);
    Statistics.roomToSort(run);
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(decided());
    files.addAll(pended());
    files.addAll(new BirthUnknown(run).write());
    files.addAll(new ClosedLateCare(run).write());
    files.add(RunJournal.write(run, Sql.of(getClass(), "journal")));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
    for (String table : List.of("claim_work", "claim_member", "claim_firm")) {
      run.sql().sql("DELETE FROM " + table + " WHERE run_id = ?").param(run.run().id()).update();
    }
  }

  private List<WrittenFile> decided() throws IOException {
    return ListDocument.write(
        run,
        "decisions-" + day,
        rows(),
        "care.decisions",
        run.run().key().label(),
        DECIDED,
        query(false),
        (list, row) -> {
          invoice(list, row);
          String before = row.getString("before_status");
          list.text(row.getBoolean("late") ? run.letterhead().words("care.late.yes") : "")
              .text(before == null ? "" : run.letterhead().words("care.status." + before))
              .amount(before == null ? null : row.getLong("before_minor"));
          if (row.getString("status").equals("WITHDRAWN")) {
            withdrawn(list, row);
          } else {
            cells.write(list, lines.line(row), 1);
          }
        });
  }

  /** A line that counts no more: what it was stands in the columns of before. */
  private void withdrawn(PeopleList list, ResultSet row) throws SQLException, IOException {
    list.count(row.getLong("no"))
        .text(row.getString("person_no"))
        .day(row.getObject("care_on", LocalDate.class))
        .text(row.getString("act"))
        .text(row.getString("label"))
        .text(row.getString("quantity"))
        .amount(0L)
        .text(run.letterhead().words("care.status.WITHDRAWN"))
        .text("")
        .amount(0L)
        .amount(0L)
        .amount(0L)
        .amount(0L)
        .text("")
        .text("");
  }

  private List<WrittenFile> pended() throws IOException {
    return ListDocument.write(
        run,
        "pended-" + day,
        "care.pended",
        run.run().key().label(),
        PENDED,
        query(true),
        (list, row) -> {
          invoice(list, row);
          Remittance.Line line = lines.line(row);
          list.day(row.getObject("received_on", LocalDate.class)).amount(lines.reservedMinor(row));
          cells.write(list, line, 1);
        });
  }

  private static void invoice(PeopleList list, ResultSet row) throws SQLException, IOException {
    list.text(row.getString("provider_no"))
        .text(row.getString("invoice_no"))
        .count(row.getLong("version"));
  }

  private long rows() {
    return run.sql()
        .sql("SELECT count(*) FROM claim_decision WHERE run_id = ?")
        .param(run.run().id())
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec query(boolean pended) {
    Span span =
        Span.of(
            run,
            pended
                ? Sql.of(getClass(), "waiting")
                : "SELECT claim_line_id AS id FROM claim_decision WHERE run_id = :run");
    return run.sql()
        .sql(Sql.of(getClass(), "decided"))
        .param("run", run.run().id())
        .param("from", span.from())
        .param("to", span.to())
        .param("others", span.otherArray())
        .param("inputs", run.inputArray())
        .param("day", day)
        .param("pended", pended);
  }
}
