package org.caisse.writers.document;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Messages;
import org.caisse.domain.pack.Shares;
import org.caisse.writers.document.WorkbookTitles.Column;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/** What a delegated body is to collect for a month, as a workbook for people. */
public final class OgdWorkbook implements OgdForm {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("label.employer.no", CellKind.TEXT, 14),
          new Column("label.name", CellKind.TEXT, 36),
          new Column("workbook.population", CellKind.TEXT, 28),
          new Column("label.state", CellKind.TEXT, 12),
          new Column("workbook.persons", CellKind.COUNT, 11),
          new Column("workbook.base", CellKind.AMOUNT, 17),
          new Column("workbook.share.EMPLOYER", CellKind.AMOUNT, 15),
          new Column("workbook.share.INSURED", CellKind.AMOUNT, 15),
          new Column("workbook.share.STATE", CellKind.AMOUNT, 15),
          new Column("workbook.surcharge", CellKind.AMOUNT, 13),
          new Column("label.total", CellKind.AMOUNT, 17),
          new Column("workbook.months", CellKind.COUNT, 9));

  private final Messages messages;
  private final Map<String, String> populations;
  private final Sheet sheet;
  private long persons;
  private long baseMinor;
  private Shares sharesTotal = Shares.NOTHING;
  private long surchargesMinor;

  /**
   * @param book receives the sheet
   * @param head of the book
   * @param letterhead of the fund
   * @param populations name of each in the language, by its id in the pack
   */
  public OgdWorkbook(
      WorkbookFile book, WorkbookHead head, Letterhead letterhead, Map<String, String> populations)
      throws IOException {
    this.messages = letterhead.messages();
    this.populations = Map.copyOf(populations);
    this.sheet = book.sheet(WorkbookTitles.table(head, letterhead, "workbook.ogd.sheet", COLUMNS));
  }

  @Override
  public void employer(EmployerMonth month) throws IOException {
    sheet
        .text(month.employerNo())
        .text(month.name())
        .text(population(month.population()))
        .text(messages.get("workbook.state." + month.state()));
    amounts(month.persons(), month.baseMinor(), month.contributions(), month.surchargeMinor());
    sheet.count(month.monthsLate()).endRow();
  }

  @Override
  public void enrolled(String population, int count, Shares contributions) throws IOException {
    sheet.empty(1).text(messages.get("workbook.enrolled")).text(population(population)).empty(1);
    amounts(count, 0, contributions, 0);
    sheet.endRow();
  }

  @Override
  public void finish() throws IOException {
    sheet.text(messages.get("label.total")).empty(3);
    row(persons, baseMinor, sharesTotal, surchargesMinor);
    sheet.endTotal();
  }

  private String population(String id) {
    return populations.getOrDefault(id, id);
  }

  private void amounts(int count, long base, Shares shares, long surcharge) throws IOException {
    row(count, base, shares, surcharge);
    persons += count;
    baseMinor = Math.addExact(baseMinor, base);
    sharesTotal = sharesTotal.plus(shares);
    surchargesMinor = Math.addExact(surchargesMinor, surcharge);
  }

  private void row(long count, long base, Shares shares, long surcharge) throws IOException {
    sheet
        .count(count)
        .amount(base)
        .amount(shares.employerMinor())
        .amount(shares.insuredMinor())
        .amount(shares.stateMinor())
        .amount(surcharge)
        .amount(Math.addExact(shares.totalMinor(), surcharge));
  }
}
