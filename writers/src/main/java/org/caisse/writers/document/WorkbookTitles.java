package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.SheetColumn;
import org.caisse.writers.workbook.SheetLayout;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * What workbooks of a run are called, and what stands above their tables.
 *
 * @param letterhead of the fund
 * @param issuedOn business date of the run
 */
public record WorkbookTitles(Letterhead letterhead, LocalDate issuedOn) {

  /** Of what a delegated body is to collect. */
  public WorkbookHead ogd(DocumentNumber number, String ogdName, LocalDate periodStart) {
    return head("workbook.ogd.title", number.toString(), month(periodStart), ogdName);
  }

  /** Of what the State owes. */
  public WorkbookHead state(DocumentNumber number, LocalDate periodStart) {
    return head("workbook.state.title", number.toString(), month(periodStart));
  }

  /** Of the employers that did not declare. */
  public WorkbookHead missing(String name, LocalDate periodStart) {
    return head("workbook.missing.title", name, month(periodStart));
  }

  /** Of all call notices and reminders of a run. */
  public WorkbookHead notices(String name, LocalDate periodStart) {
    return head("workbook.notices.title", name, month(periodStart));
  }

  /** Of all account statements of a run. */
  public WorkbookHead statements(String name, LocalDate periodStart) {
    return head("workbook.statements.title", name, month(periodStart));
  }

  /** Of the acknowledgement of a received file. */
  public WorkbookHead acknowledgement(DocumentNumber number, String fileName) {
    return head("workbook.ack.title", number.toString(), fileName);
  }

  /**
   * Of what was refused.
   *
   * @param reference the run, or the file that was checked
   */
  public WorkbookHead rejects(RejectForm.Kind kind, String reference) {
    return head("workbook.rejects.title." + kind, reference);
  }

  private WorkbookHead head(String title, String reference, Object... arguments) {
    return letterhead.workbook(letterhead.messages().get(title, arguments), reference, issuedOn);
  }

  private String month(LocalDate periodStart) {
    return letterhead.amounts().month(periodStart);
  }

  /** The layout of a table of the workbook: its title above, then who, which and when. */
  static SheetLayout table(
      WorkbookHead head, Letterhead letterhead, String name, List<Column> columns) {
    Messages messages = letterhead.messages();
    List<SheetColumn> titled = new ArrayList<>();
    for (Column column : columns) {
      titled.add(new SheetColumn(messages.get(column.title()), column.kind(), column.width()));
    }
    return new SheetLayout(messages.get(name), above(head, letterhead), titled, true, true);
  }

  /** The same for a table whose rows are not alike. */
  static SheetLayout page(
      WorkbookHead head, Letterhead letterhead, String name, List<Column> columns) {
    SheetLayout table = table(head, letterhead, name, columns);
    return new SheetLayout(table.name(), table.above(), table.columns(), true, false);
  }

  private static List<String> above(WorkbookHead head, Letterhead letterhead) {
    String day = letterhead.amounts().date(head.created());
    return List.of(
        head.title(),
        String.join(
            " · ",
            head.fundName(),
            head.reference(),
            letterhead.messages().get("label.issued") + " " + day));
  }

  /**
   * A column.
   *
   * @param title key of its title
   */
  record Column(String title, CellKind kind, int width) {}
}
