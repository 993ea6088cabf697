package org.caisse.writers.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.document.RejectedLine.Column;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.SheetColumn;
import org.caisse.writers.workbook.SheetLayout;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * The rejects as a workbook: the columns of the CSV, the cells to correct marked. Its titles are
 * the first row, so that it is sent back as it is; fund and title are printed on every page.
 */
public final class RejectWorkbook implements RejectForm {

  /** Printed, the reasons are on one page and the line beside them on the next. */
  private static final int PAGES_WIDE = 2;

  /** File and line, which say on both pages what a row is about. */
  private static final int REPEATED_COLUMNS = 2;

  private static final int MARK_WIDTH = 11;
  private static final int RAW_WIDTH = 44;
  private static final int SCOPE_WIDTH = 13;
  private static final int CLAIM_WIDTH = 14;

  /** More digits would not fit into a number of a spreadsheet. */
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]+)?");

  private static final Pattern ORDINAL = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final WorkbookHead head;
  private final RejectWords words;
  private final Sheet sheet;

  /**
   * @param book receives the sheet
   * @param head of the book
   * @param letterhead of the fund
   */
  public RejectWorkbook(Kind kind, WorkbookFile book, WorkbookHead head, Letterhead letterhead)
      throws IOException {
    this.head = head;
    this.words = new RejectWords(letterhead);
    this.sheet = book.sheet(layout(kind));
  }

  private SheetLayout layout(Kind kind) {
    List<SheetColumn> columns = new ArrayList<>();
    for (String key : RejectWords.REASONS) {
      columns.add(reason(key));
    }
    switch (kind) {
      case REGISTRY -> {}
      case DECLARATIONS -> {
        columns.add(text(RejectWords.SCOPE, SCOPE_WIDTH));
        for (Column column : Column.values()) {
          columns.add(own(column));
        }
      }
      case INVOICES -> {
        columns.add(text(RejectWords.SCOPE, SCOPE_WIDTH));
        for (RejectedClaim.Column column : RejectedClaim.Column.values()) {
          CellKind cells = column.isAmount() ? CellKind.PLAIN_AMOUNT : CellKind.TEXT;
          columns.add(new SheetColumn(words.title(column), cells, CLAIM_WIDTH));
        }
      }
    }
    if (!words.mark().isEmpty()) {
      columns.add(new SheetColumn(words.mark(), CellKind.TEXT, MARK_WIDTH));
    }
    columns.add(longText(RejectWords.RAW, RAW_WIDTH));
    SheetLayout layout =
        new SheetLayout(words.title("workbook.rejects.sheet"), List.of(), columns, true, true);
    return kind == Kind.REGISTRY ? layout : layout.printedOn(PAGES_WIDE, REPEATED_COLUMNS);
  }

  private SheetColumn reason(String key) {
    return switch (key) {
      case "reject.line" -> new SheetColumn(words.title(key), CellKind.ORDINAL, 8);
      case "reject.file", "reject.code" -> longText(key, 18);
      case "reject.what" -> longText(key, 36);
      case "reject.todo" -> longText(key, 44);
      default -> longText(key, 14);
    };
  }

  private SheetColumn own(Column column) {
    String title = words.title(column);
    return switch (column) {
      case EMPLOYER -> new SheetColumn(title, CellKind.TEXT, 13);
      case PERIOD -> new SheetColumn(title, CellKind.TEXT, 11);
      case SEQUENCE -> new SheetColumn(title, CellKind.ORDINAL, 11);
      case PERSON -> new SheetColumn(title, CellKind.TEXT, 16);
      case NAME -> new SheetColumn(title, CellKind.LONG_TEXT, 24);
      case ENTRY, EXIT -> new SheetColumn(title, CellKind.TEXT, 13);
      case DAYS -> new SheetColumn(title, CellKind.ORDINAL, 9);
      case GROSS -> new SheetColumn(title, CellKind.PLAIN_AMOUNT, 15);
    };
  }

  private SheetColumn text(String key, int width) {
    return new SheetColumn(words.title(key), CellKind.TEXT, width);
  }

  private SheetColumn longText(String key, int width) {
    return new SheetColumn(words.title(key), CellKind.LONG_TEXT, width);
  }

  @Override
  public void append(String fileName, Reject reject, String raw) throws IOException {
    reasons(fileName, reject, words.todoInRegistry(reject));
    end(raw);
  }

  @Override
  public void append(RejectedLine line) throws IOException {
    reasons(line.fileName(), line.reject(), words.todo(line));
    sheet.text(words.scope(line));
    Set<Column> toCorrect = line.toCorrect();
    for (Column column : Column.values()) {
      cell(column, line.columns().of(column));
      if (toCorrect.contains(column)) {
        sheet.toCorrect();
      }
    }
    end(line.raw());
  }

  @Override
  public void append(RejectedClaim line) throws IOException {
    reasons(line.fileName(), line.reject(), words.todo(line));
    sheet.text(words.scope(line));
    Set<RejectedClaim.Column> toCorrect = line.toCorrect();
    for (RejectedClaim.Column column : RejectedClaim.Column.values()) {
      String text = line.of(column);
      if (text.isEmpty()) {
        sheet.empty(1);
      } else if (column.isAmount()) {
        amount(text);
      } else {
        sheet.text(text);
      }
      if (toCorrect.contains(column)) {
        sheet.toCorrect();
      }
    }
    end(line.raw());
  }

  @Override
  public void finish() {
    // A list without total.
  }

  private void reasons(String fileName, Reject reject, String todo) throws IOException {
    sheet
        .text(fileName)
        .ordinal(reject.lineNo())
        .text(RejectCodes.shown(reject.code()))
        .text(reject.field())
        .text(reject.value())
        .text(reject.expected())
        .text(words.what(reject))
        .text(todo);
  }

  /** As it was sent: a number only where nothing of its text is lost. */
  private void cell(Column column, String text) throws IOException {
    if (text.isEmpty()) {
      sheet.empty(1);
      return;
    }
    switch (column) {
      case SEQUENCE, DAYS -> {
        if (ORDINAL.matcher(text).matches()) {
          sheet.ordinal(Long.parseLong(text));
        } else {
          sheet.text(text);
        }
      }
      case GROSS -> amount(text);
      case EMPLOYER, PERIOD, PERSON, NAME, ENTRY, EXIT -> sheet.text(text);
    }
  }

  private void amount(String text) throws IOException {
    int decimals = head.currency().decimals();
    if (!AMOUNT.matcher(text).matches() || new BigDecimal(text).scale() > decimals) {
      sheet.text(text);
      return;
    }
    sheet.amount(new BigDecimal(text).movePointRight(decimals).longValueExact());
  }

  private void end(String raw) throws IOException {
    if (!words.mark().isEmpty()) {
      sheet.text(words.mark());
    }
    sheet.text(raw).endRow();
  }
}
