package org.caisse.jobs.receipt;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.receipt.JudgeReceipt;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.received.SentRows;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.caisse.readers.receipt.ReceiptFile;
import org.caisse.readers.receipt.ReceiptLine;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Takes in the statements of all files, in one transaction: lines go to a temporary table by COPY
 * while control totals are added up, SQL finds what came before, the rules judge, and what is taken
 * becomes receipts and their ledger entries.
 */
final class TakeReceipts implements Steps.Work {

  /** Lines judged together. */
  private static final int BLOCK = 2_000;

  private static final String INCOMING =
      "COPY incoming_receipt (seq, line_no, statement, account, booking_date, value_date, bank_ref,"
          + " amount_minor, payer_account, payer_name, description, takes_back, raw, canonical_no,"
          + " canonical) FROM STDIN (FORMAT BINARY)";

  private final RunContext run;
  private final ReceivedFiles received;

  TakeReceipts(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    // Two intakes come one after the other: each sees the references that the other took.
    run.sql().sql("SELECT pg_advisory_xact_lock(hashtext('receipts'))").query((r, n) -> n).list();
    received.prepare(run.files(), 1);
    run.progress().expect(run.files().stream().mapToLong(received::lines).sum(), "lines");
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      for (FrozenFile file : run.files()) {
        new OneFile(connection, file, step).take();
      }
      Statistics.refresh(run, List.of("receipt", "ledger_entry", "posting"));
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
  }

  /** One file on its way. */
  private final class OneFile {

    private final Connection connection;
    private final FrozenFile file;
    private final StepExecution step;
    private final ReceiptRows rows;
    private final Map<String, Statement> withoutHead = new LinkedHashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private Statement current;
    private int seq;

    OneFile(Connection connection, FrozenFile file, StepExecution step) {
      this.connection = connection;
      this.file = file;
      this.step = step;
      this.rows = new ReceiptRows(run, file);
    }

    void take() throws SQLException, IOException {
      Recognised recognised = received.of(file);
      if (recognised.refusal() != null) {
        rows.refused(recognised.refusal());
        return;
      }
      run.sql().sql(Sql.of(TakeReceipts.class, "incoming")).update();
      long lines;
      long blank;
      try (RegistryFile<ReceiptLine> source =
              ReceiptFile.open(received.readable(file), run.law().pack().currency().decimals());
          SentRows sent = new SentRows(received, file);
          BinaryCopy copy = BinaryCopy.open(connection, INCOMING)) {
        for (RegistryLine<ReceiptLine> line = source.read(); line != null; line = source.read()) {
          sent.go(line.lineNo(), line.raw());
          read(copy, line, sent);
          step.setReadCount(step.getReadCount() + 1);
          run.progress().advancedTo(step.getReadCount());
        }
        copy.finish();
        Recognised.Canonical canonical = recognised.canonical();
        lines = canonical == null ? source.position().lineNo() - 1L : canonical.rows();
        blank = canonical == null ? source.blankLines() : canonical.blankRows();
      }
      statements.forEach(Statement::judge);
      judge();
      rows.flush(connection);
      statements.forEach(rows::statement);
      run.sql().sql("DROP TABLE incoming_receipt, judged_receipt").update();
      rows.result(lines, blank);
    }

    private void read(BinaryCopy copy, RegistryLine<ReceiptLine> line, SentRows sent)
        throws SQLException {
      switch (line) {
        case RegistryLine.Refused<ReceiptLine> refused -> {
          rows.add(sent.refused(refused.reject()));
          if (current != null) {
            current.unreadable();
          }
        }
        case RegistryLine.Row<ReceiptLine> row -> {
          switch (row.row()) {
            case ReceiptLine.Head head -> current = open(sent.lineNo(), head.account(), head);
            case ReceiptLine.Movement movement -> movement(copy, row, movement, sent);
          }
        }
      }
    }

    private Statement open(int lineNo, String account, ReceiptLine.Head head) {
      Statement opened = new Statement(statements.size() + 1, lineNo, account, head);
      statements.add(opened);
      return opened;
    }

    private void movement(
        BinaryCopy copy,
        RegistryLine.Row<ReceiptLine> row,
        ReceiptLine.Movement movement,
        SentRows sent)
        throws SQLException {
      if (current == null || !current.hasHead()) {
        current =
            withoutHead.computeIfAbsent(
                movement.account(), account -> open(sent.lineNo(), account, null));
      }
      if (!current.account().equals(movement.account())) {
        rows.add(
            sent.refused(
                new Reject(
                    row.lineNo(),
                    RejectCode.FIELD_INVALID,
                    "account",
                    movement.account(),
                    current.account())));
        current.unreadable();
        return;
      }
      current.add(sent.lineNo(), movement);
      rows.read(movement.amountMinor());
      copy.row(15);
      copy.int4(++seq);
      RejectRows.Row place =
          sent.refused(new Reject(row.lineNo(), RejectCode.RECEIPT_REUSED, "", ""));
      copy.int4(sent.lineNo());
      copy.int4(current.number());
      copy.text(movement.account());
      copy.date(movement.bookingDate());
      copy.date(movement.valueDate());
      copy.text(movement.bankRef());
      copy.int8(movement.amountMinor());
      copy.text(movement.payerAccount());
      copy.text(movement.payerName());
      copy.text(movement.text());
      copy.text(movement.takesBack());
      copy.text(place.raw());
      copy.int4(place.canonicalNo());
      copy.text(place.canonical());
    }

    private void judge() throws SQLException, IOException {
      run.sql().sql(Sql.of(TakeReceipts.class, "judged")).param("file", file.id()).update();
      for (int from = 0; from < seq; from += BLOCK) {
        List<Incoming> block =
            run.sql()
                .sql("SELECT * FROM judged_receipt WHERE seq > :from AND seq <= :to ORDER BY seq")
                .param("from", from)
                .param("to", from + BLOCK)
                .query((row, n) -> Incoming.of(row))
                .list();
        for (Incoming line : block) {
          judge(line);
        }
        rows.flush(connection);
      }
    }

    private void judge(Incoming line) {
      Statement statement = statements.get(line.statement() - 1);
      if (statement.refusal() != null) {
        Reject whole = statement.refusal();
        rows.add(line.refused(file.id(), whole.at(line.lineNo())));
        return;
      }
      JudgeReceipt.Verdict verdict = JudgeReceipt.judge(line.facts());
      if (verdict.reject() != null) {
        rows.add(line.refused(file.id(), verdict.reject()));
      } else if (verdict.repeated()) {
        rows.repeated();
      } else {
        rows.take(line);
      }
    }
  }

  /** A line with what SQL found about it. */
  record Incoming(
      int seq,
      int lineNo,
      int statement,
      String account,
      LocalDate bookingDate,
      LocalDate valueDate,
      String bankRef,
      long amountMinor,
      String payerAccount,
      String payerName,
      String description,
      long takesBackId,
      String raw,
      int canonicalNo,
      String canonical,
      int rank,
      boolean sameAsFirst,
      JudgeReceipt.Known known) {

    static Incoming of(ResultSet row) throws SQLException {
      return new Incoming(
          row.getInt("seq"),
          row.getInt("line_no"),
          row.getInt("statement"),
          row.getString("account"),
          row.getObject("booking_date", LocalDate.class),
          row.getObject("value_date", LocalDate.class),
          row.getString("bank_ref"),
          row.getLong("amount_minor"),
          row.getString("payer_account"),
          row.getString("payer_name"),
          row.getString("description"),
          row.getLong("takes_back_id"),
          row.getString("raw"),
          row.getInt("canonical_no"),
          row.getString("canonical"),
          row.getInt("rank"),
          row.getBoolean("same_as_first"),
          JudgeReceipt.Known.valueOf(row.getString("known")));
    }

    JudgeReceipt.Facts facts() {
      return new JudgeReceipt.Facts(lineNo, bankRef, rank, sameAsFirst, known);
    }

    RejectRows.Row refused(int fileId, Reject reject) {
      return new RejectRows.Row(fileId, 0, false, reject, raw, canonicalNo, canonical);
    }
  }
}
