package org.caisse.writers.document;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Messages;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.Payer;
import org.caisse.writers.document.WorkbookTitles.Column;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * All account statements of a run in one table: a row per ledger entry with the running balance of
 * its employer, so that a filter on the employer's number shows its statement. An opening balance
 * that is not zero has a row of its own.
 */
public final class StatementsWorkbook {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("label.number", CellKind.TEXT, 20),
          new Column("label.employer.no", CellKind.TEXT, 14),
          new Column("label.name", CellKind.TEXT, 36),
          new Column("statement.date", CellKind.TEXT, 11),
          new Column("workbook.reference", CellKind.TEXT, 18),
          new Column("statement.rev", CellKind.ORDINAL, 9),
          new Column("statement.label", CellKind.TEXT, 54),
          new Column("statement.payer", CellKind.TEXT, 13),
          new Column("statement.debit", CellKind.AMOUNT, 16),
          new Column("statement.credit", CellKind.AMOUNT, 16),
          new Column("statement.balance", CellKind.AMOUNT, 17));

  private final Messages messages;
  private final Sheet sheet;
  private final Map<Component, String> components = new EnumMap<>(Component.class);
  private final Map<Payer, String> payers = new EnumMap<>(Payer.class);
  private long debitMinor;
  private long creditMinor;
  private long balanceMinor;

  /**
   * @param book receives the sheet
   * @param head of the book
   * @param letterhead of the fund
   */
  public StatementsWorkbook(WorkbookFile book, WorkbookHead head, Letterhead letterhead)
      throws IOException {
    this.messages = letterhead.messages();
    for (Component component : Component.values()) {
      components.put(component, messages.get("component." + component));
    }
    for (Payer payer : Payer.values()) {
      payers.put(payer, messages.get("payer." + payer));
    }
    this.sheet =
        book.sheet(WorkbookTitles.table(head, letterhead, "workbook.statements.sheet", COLUMNS));
  }

  /**
   * Adds the statement of an employer.
   *
   * @param number its own
   * @param openingMinor balance before the first entry, minor units; what is owed is positive
   * @param lines the entries in order
   */
  public void append(
      DocumentNumber number, EmployerMonth month, long openingMinor, List<LedgerLine> lines)
      throws IOException {
    String own = number.toString();
    if (openingMinor != 0) {
      employer(own, month);
      sheet.empty(3).text(messages.get("statement.opening")).empty(3).amount(openingMinor).endRow();
    }
    long balance = openingMinor;
    for (LedgerLine line : lines) {
      long signed = line.entry().signedMinor();
      balance = Math.addExact(balance, signed);
      employer(own, month);
      entry(line, signed);
      sheet.amount(balance).endRow();
      debitMinor = Math.addExact(debitMinor, Math.max(signed, 0));
      creditMinor = Math.addExact(creditMinor, Math.max(-signed, 0));
    }
    balanceMinor = Math.addExact(balanceMinor, balance);
  }

  /** Adds the totals: of debits, credits, and what all these employers owe now. */
  public void finish() throws IOException {
    sheet
        .text(messages.get("label.total"))
        .empty(7)
        .amount(debitMinor)
        .amount(creditMinor)
        .amount(balanceMinor)
        .endTotal();
  }

  private void employer(String number, EmployerMonth month) throws IOException {
    sheet.text(number).text(month.employerNo()).text(month.name());
  }

  private void entry(LedgerLine line, long signedMinor) throws IOException {
    Entry entry = line.entry();
    String what = components.get(entry.component());
    sheet
        .text(Months.code(line.postingPeriod()))
        .text(line.document())
        .ordinal(entry.rev())
        .text(
            entry.reverses() == 0
                ? what
                : messages.get("statement.reversal", Integer.toString(entry.reverses()), what))
        .text(payers.get(entry.payer()));
    if (signedMinor >= 0) {
      sheet.amount(signedMinor).empty(1);
    } else {
      sheet.empty(1).amount(-signedMinor);
    }
  }
}
