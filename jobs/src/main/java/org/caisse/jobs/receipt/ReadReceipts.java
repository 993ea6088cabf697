package org.caisse.jobs.receipt;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.received.SentRows;
import org.caisse.jobs.run.RejectRows;
import org.caisse.readers.receipt.ReceiptLine;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.writers.copy.BinaryCopy;

/**
 * Reads the lines of a file into the statements or remittances that they stand in, while totals are
 * added up, and into a temporary table by COPY.
 */
final class ReadReceipts implements AutoCloseable {

  private static final String INCOMING =
      "COPY incoming_receipt (seq, line_no, statement, account, booking_date, value_date, bank_ref,"
          + " amount_minor, payer_account, payer_name, description, takes_back, employer_no,"
          + " for_period, for_component, raw, canonical_no, canonical) FROM STDIN (FORMAT BINARY)";

  private final SentRows sent;
  private final ReceiptRows rows;
  private final BinaryCopy copy;
  private final Map<String, Statement> withoutHead = new LinkedHashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private Statement current;
  private int seq;

  /** A line as it goes into the table. */
  private record Read(
      LocalDate bookingDate,
      LocalDate valueDate,
      String bankRef,
      long amountMinor,
      String payerAccount,
      String payerName,
      String text,
      String takesBack,
      String employer,
      LocalDate period,
      Component component) {}

  ReadReceipts(Connection connection, SentRows sent, ReceiptRows rows) throws SQLException {
    this.sent = sent;
    this.rows = rows;
    this.copy = BinaryCopy.open(connection, INCOMING);
  }

  /** The statements or remittances in their order. */
  List<Statement> statements() {
    return statements;
  }

  /** Lines that went into the table. */
  int lines() {
    return seq;
  }

  void read(RegistryLine<ReceiptLine> line) throws SQLException, IOException {
    sent.go(line.lineNo(), line.raw());
    switch (line) {
      case RegistryLine.Refused<ReceiptLine> refused -> refuse(refused.reject());
      case RegistryLine.Row<ReceiptLine> row -> {
        switch (row.row()) {
          case ReceiptLine.Head head ->
              current = open(new BankStatement(next(), sent.lineNo(), head.account(), head));
          case ReceiptLine.Remittance head ->
              current =
                  open(new Remittance(next(), sent.lineNo(), head.account(), head.number(), head));
          case ReceiptLine.Movement movement -> movement(row.lineNo(), movement);
          case ReceiptLine.Collected collected -> collected(row.lineNo(), collected);
        }
      }
    }
  }

  /** Ends the table. */
  void finish() throws SQLException {
    copy.finish();
  }

  @Override
  public void close() throws SQLException {
    copy.close();
  }

  private int next() {
    return statements.size() + 1;
  }

  private Statement open(Statement opened) {
    statements.add(opened);
    return opened;
  }

  private void refuse(Reject reject) {
    rows.add(sent.refused(reject));
    if (current != null) {
      current.unreadable();
    }
  }

  private void movement(int lineNo, ReceiptLine.Movement line) throws SQLException {
    if (current == null || !current.hasHead()) {
      current =
          withoutHead.computeIfAbsent(
              line.account(),
              account -> open(new BankStatement(next(), sent.lineNo(), account, null)));
    }
    if (!(current instanceof BankStatement statement) || !current.holds(line)) {
      elsewhere(lineNo, "account", line.account());
      return;
    }
    statement.add(sent.lineNo(), line);
    incoming(
        new Read(
            line.bookingDate(),
            line.valueDate(),
            line.bankRef(),
            line.amountMinor(),
            line.payerAccount(),
            line.payerName(),
            line.text(),
            line.takesBack(),
            "",
            null,
            null));
  }

  private void collected(int lineNo, ReceiptLine.Collected line) throws SQLException {
    if (current == null || !current.hasHead()) {
      current =
          withoutHead.computeIfAbsent(
              line.account() + ";" + line.number(),
              key ->
                  open(new Remittance(next(), sent.lineNo(), line.account(), line.number(), null)));
    }
    if (!(current instanceof Remittance remittance) || !current.holds(line)) {
      elsewhere(lineNo, "remittance", line.number());
      return;
    }
    LocalDate day = remittance.day(line);
    if (day == null) {
      refuse(new Reject(lineNo, RejectCode.FIELD_MISSING, "date", ""));
      return;
    }
    incoming(
        new Read(
            day,
            day,
            remittance.add(line, day),
            line.amountMinor(),
            "",
            "",
            line.text(),
            line.takesBack(),
            line.employer(),
            line.period(),
            line.component()));
  }

  /** The line is of another account or remittance than the head that it follows. */
  private void elsewhere(int lineNo, String field, String value) {
    String expected =
        current instanceof Remittance remittance ? remittance.remittanceNo() : current.account();
    refuse(new Reject(lineNo, RejectCode.FIELD_INVALID, field, value, expected));
  }

  private void incoming(Read line) throws SQLException {
    rows.read(line.amountMinor());
    RejectRows.Row place =
        sent.refused(new Reject(sent.lineNo(), RejectCode.RECEIPT_REUSED, "", ""));
    copy.row(18);
    copy.int4(++seq);
    copy.int4(sent.lineNo());
    copy.int4(current.number());
    copy.text(current.account());
    copy.date(line.bookingDate());
    copy.date(line.valueDate());
    copy.text(line.bankRef());
    copy.int8(line.amountMinor());
    copy.text(line.payerAccount());
    copy.text(line.payerName());
    copy.text(line.text());
    copy.text(line.takesBack());
    copy.text(line.employer());
    copy.date(line.period());
    copy.text(line.component() == null ? null : line.component().name());
    copy.text(place.raw());
    copy.int4(place.canonicalNo());
    copy.text(place.canonical());
  }
}
