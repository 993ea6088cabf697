package org.caisse.writers.document;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.writers.document.WorkbookTitles.Column;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/** The employers that were to declare a month and did not, as a workbook. */
public final class MissingWorkbook implements MissingForm {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("label.period", CellKind.TEXT, 12),
          new Column("label.employer.no", CellKind.TEXT, 16),
          new Column("label.name", CellKind.TEXT, 60),
          new Column("workbook.ogd", CellKind.TEXT, 16),
          new Column("missing.since", CellKind.DAY, 16));

  private final String period;
  private final Sheet sheet;

  /**
   * @param book receives the sheet
   * @param head of the book
   * @param letterhead of the fund
   * @param periodStart first day of the month
   */
  public MissingWorkbook(
      WorkbookFile book, WorkbookHead head, Letterhead letterhead, LocalDate periodStart)
      throws IOException {
    this.period = Months.code(periodStart);
    this.sheet =
        book.sheet(WorkbookTitles.table(head, letterhead, "workbook.missing.sheet", COLUMNS));
  }

  @Override
  public void append(String employerNo, String name, String ogd, LocalDate since)
      throws IOException {
    sheet.text(period).text(employerNo).text(name).text(ogd).day(since).endRow();
  }

  @Override
  public void finish() {
    // A list without total.
  }
}
