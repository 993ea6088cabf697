package org.caisse.writers.document;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Messages;
import org.caisse.writers.document.WorkbookTitles.Column;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/** What the State owes for a month, as a workbook for people. */
public final class StateWorkbook implements StateForm {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("workbook.ogd", CellKind.TEXT, 14),
          new Column("workbook.ogd.name", CellKind.TEXT, 50),
          new Column("workbook.population", CellKind.TEXT, 36),
          new Column("workbook.persons", CellKind.COUNT, 12),
          new Column("label.amount", CellKind.AMOUNT, 20));

  private final Messages messages;
  private final Map<String, String> populations;
  private final Sheet sheet;
  private long persons;
  private long totalMinor;

  /**
   * @param book receives the sheet
   * @param head of the book
   * @param letterhead of the fund
   * @param populations name of each in the language, by its id in the pack
   */
  public StateWorkbook(
      WorkbookFile book, WorkbookHead head, Letterhead letterhead, Map<String, String> populations)
      throws IOException {
    this.messages = letterhead.messages();
    this.populations = Map.copyOf(populations);
    this.sheet =
        book.sheet(WorkbookTitles.table(head, letterhead, "workbook.state.sheet", COLUMNS));
  }

  @Override
  public void funded(String ogd, String ogdName, String population, int count, long amountMinor)
      throws IOException {
    sheet
        .text(ogd)
        .text(ogdName)
        .text(populations.getOrDefault(population, population))
        .count(count)
        .amount(amountMinor)
        .endRow();
    persons += count;
    totalMinor = Math.addExact(totalMinor, amountMinor);
  }

  @Override
  public void finish() throws IOException {
    sheet.text(messages.get("label.total")).empty(2).count(persons).amount(totalMinor).endTotal();
  }
}
