package org.caisse.writers.document;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Messages;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.pack.Shares;
import org.caisse.writers.document.WorkbookTitles.Column;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/** All call notices and reminders of a run, a row each, for whoever sends and follows them. */
public final class NoticesWorkbook {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("label.number", CellKind.TEXT, 20),
          new Column("workbook.reference", CellKind.TEXT, 18),
          new Column("label.employer.no", CellKind.TEXT, 14),
          new Column("label.name", CellKind.TEXT, 32),
          new Column("workbook.population", CellKind.TEXT, 24),
          new Column("workbook.ogd", CellKind.TEXT, 12),
          new Column("label.state", CellKind.TEXT, 12),
          new Column("label.received", CellKind.DAY, 13),
          new Column("workbook.persons", CellKind.COUNT, 11),
          new Column("workbook.base", CellKind.AMOUNT, 17),
          new Column("workbook.share.EMPLOYER", CellKind.AMOUNT, 15),
          new Column("workbook.share.INSURED", CellKind.AMOUNT, 15),
          new Column("workbook.share.STATE", CellKind.AMOUNT, 15),
          new Column("workbook.months", CellKind.COUNT, 9),
          new Column("workbook.surcharge", CellKind.AMOUNT, 13),
          new Column("notice.total", CellKind.AMOUNT, 17));

  private final Messages messages;
  private final Map<String, String> populations;
  private final Sheet sheet;
  private long persons;
  private long baseMinor;
  private Shares shares = Shares.NOTHING;
  private long surchargesMinor;

  /**
   * @param book receives the sheet
   * @param head of the book
   * @param letterhead of the fund
   * @param populations name of each in the language, by its id in the pack
   */
  public NoticesWorkbook(
      WorkbookFile book, WorkbookHead head, Letterhead letterhead, Map<String, String> populations)
      throws IOException {
    this.messages = letterhead.messages();
    this.populations = Map.copyOf(populations);
    this.sheet =
        book.sheet(WorkbookTitles.table(head, letterhead, "workbook.notices.sheet", COLUMNS));
  }

  /** Adds a notice or reminder. */
  public void append(DocumentNumber number, EmployerMonth month) throws IOException {
    sheet
        .text(number.toString())
        .text(month.document())
        .text(month.employerNo())
        .text(month.name())
        .text(populations.getOrDefault(month.population(), month.population()))
        .text(month.ogd())
        .text(messages.get("workbook.state." + month.state()))
        .day(month.receivedOn())
        .count(month.persons())
        .amount(month.baseMinor());
    amounts(month.contributions());
    sheet
        .count(month.monthsLate())
        .amount(month.surchargeMinor())
        .amount(month.totalMinor())
        .endRow();
    persons += month.persons();
    baseMinor = Math.addExact(baseMinor, month.baseMinor());
    shares = shares.plus(month.contributions());
    surchargesMinor = Math.addExact(surchargesMinor, month.surchargeMinor());
  }

  /** Adds the total; nothing may follow. */
  public void finish() throws IOException {
    sheet.text(messages.get("label.total")).empty(7).count(persons).amount(baseMinor);
    amounts(shares);
    sheet
        .empty(1)
        .amount(surchargesMinor)
        .amount(Math.addExact(shares.totalMinor(), surchargesMinor))
        .endTotal();
  }

  private void amounts(Shares of) throws IOException {
    sheet.amount(of.employerMinor()).amount(of.insuredMinor()).amount(of.stateMinor());
  }
}
