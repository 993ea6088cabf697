package org.caisse.jobs.receipt;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;

/**
 * What is written of one file: receipts with their ledger entries, refusals, statements, result.
 */
final class ReceiptRows {

  /** A file has fewer lines than this: the id of a receipt is that of its file, and its line. */
  private static final int LINES_OF_A_FILE = 1 << 24;

  private static final String COPY =
      "COPY receipt (receipt_id, receipt_no, run_id, file_id, line_no, statement, ogd_no, account,"
          + " bank_ref, booking_date, value_date, amount_minor, payer_account, payer_name,"
          + " description, takes_back, employer_no, for_period, for_component) FROM STDIN (FORMAT"
          + " BINARY)";

  private final RunContext run;
  private final FrozenFile file;
  private final MoneyPosting posting;
  private final List<RejectRows.Row> rejects = new ArrayList<>();
  private final List<IncomingReceipt> taken = new ArrayList<>();

  private int acceptedLines;
  private int rejectedLines;
  private int repeatedLines;
  private long readMinor;
  private long acceptedMinor;

  ReceiptRows(RunContext run, FrozenFile file) {
    this.run = run;
    this.file = file;
    this.posting = new MoneyPosting(run);
  }

  /** The id of the receipt that a line becomes. */
  static long id(int fileId, int lineNo) {
    if (lineNo >= LINES_OF_A_FILE) {
      throw new IllegalArgumentException("a file of bank statements has too many lines: " + lineNo);
    }
    return (long) fileId * LINES_OF_A_FILE + lineNo;
  }

  void add(RejectRows.Row reject) {
    rejectedLines++;
    rejects.add(reject);
  }

  void read(long amountMinor) {
    readMinor = Math.addExact(readMinor, amountMinor);
  }

  void repeated() {
    repeatedLines++;
  }

  void take(IncomingReceipt line) {
    acceptedLines++;
    acceptedMinor = Math.addExact(acceptedMinor, line.amountMinor());
    taken.add(line);
  }

  void flush(Connection connection) throws SQLException, IOException {
    RejectRows.copy(connection, run.run().id(), rejects);
    rejects.clear();
    if (taken.isEmpty()) {
      return;
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (IncomingReceipt line : taken) {
        receipt(copy, line);
        entry(line);
      }
      copy.finish();
    }
    posting.flush(connection);
    taken.clear();
  }

  private void receipt(BinaryCopy copy, IncomingReceipt line) throws SQLException {
    copy.row(19);
    copy.int8(id(file.id(), line.lineNo()));
    copy.text(file.id() + "-" + line.lineNo());
    copy.int4(run.run().id());
    copy.int4(file.id());
    copy.int4(line.lineNo());
    copy.int4(line.statement());
    copy.text(ogd(line));
    copy.text(line.account());
    copy.text(line.bankRef());
    copy.date(line.bookingDate());
    copy.date(line.valueDate());
    copy.int8(line.amountMinor());
    copy.text(line.payerAccount());
    copy.text(line.payerName());
    copy.text(line.description());
    if (line.takesBackId() == 0) {
      copy.nul();
    } else {
      copy.int8(line.takesBackId());
    }
    copy.text(line.employerNo());
    copy.date(line.forPeriod());
    copy.text(line.forComponent());
  }

  /** The delegated body that has the money; empty for a line of a bank. */
  private String ogd(IncomingReceipt line) {
    return file.kind().equals(ReceiptIntake.REMITTANCES) ? line.account() : "";
  }

  private void entry(IncomingReceipt line) {
    LocalDate month = run.run().businessDate().withDayOfMonth(1);
    LocalDate value = line.valueDate().withDayOfMonth(1);
    Component component = line.amountMinor() > 0 ? Component.RECEIVED : Component.RETURNED;
    posting.add(
        value.isAfter(month) ? month : value,
        Debtor.RECEIPT,
        id(file.id(), line.lineNo()),
        new Entry(ogd(line), component, Payer.EMPLOYER, 1, 0, Math.abs(line.amountMinor())));
  }

  /** The result of a file that was read. */
  void result(long lines, long blank) {
    result(lines, blank, 0, "");
  }

  /** The result of a file of which nothing was read. */
  void refused(Reject refusal) {
    result(0, 0, refusal.code().number(), refusal.value());
  }

  private void result(long lines, long blank, int refused, String found) {
    run.sql()
        .sql(Sql.of(ReceiptRows.class, "record-result"))
        .param("file", file.id())
        .param("run", run.run().id())
        .param("refused", refused)
        .param("found", RejectRows.shortened(found))
        .param("lines", Math.toIntExact(lines))
        .param("blank", Math.toIntExact(blank))
        .param("rows", acceptedLines + rejectedLines + repeatedLines)
        .param("accepted", acceptedLines)
        .param("rejected", rejectedLines)
        .param("repeated", repeatedLines)
        .param("amount", readMinor)
        .param("acceptedAmount", acceptedMinor)
        .update();
  }
}
