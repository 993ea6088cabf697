package org.caisse.writers.workbook;

import java.util.List;
import org.caisse.config.text.Language;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How sheets look, on screen and on paper. */
final class Look {

  private static final String INK = "15506B";
  private static final String SOFT = "4A5862";
  private static final String RULE = "C5CED4";
  private static final String TOTAL_FILL = "EEF3F6";
  private static final String CORRECT_FILL = "FFE699";
  private static final String WARNING = "A3231F";
  private static final String PAGE_FONT = "Arial";
  private static final int PAGE_FONT_SIZE = 8;

  /** All that is printed above a page may have 255 characters, with its commands. */
  private static final int MOST_ON_PAGE = 60;

  private final WorkbookHead head;
  private final SheetLayout layout;

  Look(WorkbookHead head, SheetLayout layout) {
    this.head = head;
    this.layout = layout;
  }

  /** What sets a row or cell apart. */
  enum Mark {
    TITLES,
    TOTAL,
    TO_CORRECT,
    OTHER_KIND
  }

  /**
   * A row or cell that is set apart.
   *
   * @param column -1 for the whole row
   * @param kind of a cell that is of another kind than its column
   */
  record Special(int row, int column, Mark mark, CellKind kind) {}

  /** What must be said before the first rows are written out. */
  void begin(Worksheet sheet, int titleRow) {
    for (int i = 0; i < layout.columns().size(); i++) {
      sheet.width(i, layout.columns().get(i).width());
    }
    sheet.freezePane(0, titleRow + 1);
    sheet.hideGridLines();
    sheet.setFitToPage(true);
  }

  /** A line above the titles. */
  void above(Worksheet sheet, int row, boolean first, boolean mark) {
    StyleSetter style = sheet.style(row, 0);
    if (first) {
      style.bold().fontSize(14).fontColor(INK).set();
    } else if (mark) {
      style.bold().fontColor(WARNING).set();
    } else {
      style.fontColor(SOFT).set();
    }
  }

  /** Rows that are complete: each column its form, then what is set apart. */
  void rows(Worksheet sheet, int first, int last, List<Special> specials) {
    for (int column = 0; column < layout.columns().size(); column++) {
      StyleSetter style = sheet.range(first, column, last, column).style();
      form(style, layout.columns().get(column).kind());
      style.borderStyle(BorderSide.BOTTOM, BorderStyle.HAIR).borderColor(BorderSide.BOTTOM, RULE);
      style.verticalAlignment("top").set();
    }
    for (Special special : specials) {
      special(sheet, special);
    }
  }

  /** What is written at the end of a sheet. */
  void finish(Worksheet sheet, int titleRow, int lastListed) {
    sheet.setAutoFilter(titleRow, 0, lastListed, layout.columns().size() - 1);
    sheet.repeatRows(titleRow);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation(layout.landscape() ? "landscape" : "portrait");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(0.5f);
    sheet.rightMargin(0.5f);
    sheet.header(printed(head.fundName()), Position.LEFT, PAGE_FONT, PAGE_FONT_SIZE);
    sheet.header(printed(head.title()), Position.CENTER, PAGE_FONT, PAGE_FONT_SIZE);
    sheet.header(printed(head.mark()), Position.RIGHT, PAGE_FONT, PAGE_FONT_SIZE);
    sheet.footer(printed(head.reference()), Position.LEFT, PAGE_FONT, PAGE_FONT_SIZE);
    sheet.footer("&P / &N", Position.RIGHT, PAGE_FONT, PAGE_FONT_SIZE);
  }

  private void special(Worksheet sheet, Special special) {
    int last = layout.columns().size() - 1;
    switch (special.mark()) {
      case TITLES ->
          sheet
              .range(special.row(), 0, special.row(), last)
              .style()
              .format("@")
              .bold()
              .fontColor("FFFFFF")
              .fillColor(INK)
              .horizontalAlignment("left")
              .verticalAlignment("center")
              .wrapText(true)
              .set();
      case TOTAL ->
          sheet
              .range(special.row(), 0, special.row(), last)
              .style()
              .bold()
              .fillColor(TOTAL_FILL)
              .borderStyle(BorderSide.TOP, BorderStyle.THIN)
              .borderColor(BorderSide.TOP, INK)
              .set();
      case TO_CORRECT -> sheet.style(special.row(), special.column()).fillColor(CORRECT_FILL).set();
      case OTHER_KIND -> {
        StyleSetter style = sheet.style(special.row(), special.column());
        form(style, special.kind());
        style.verticalAlignment("top").set();
      }
    }
  }

  private void form(StyleSetter style, CellKind kind) {
    style.format(format(kind)).horizontalAlignment(kind.right() ? "right" : "left");
    if (kind == CellKind.LONG_TEXT) {
      style.wrapText(true);
    }
  }

  private String format(CellKind kind) {
    return switch (kind) {
      // Text stays text when it is edited: it is never taken for a formula, and keeps its zeros.
      case TEXT, LONG_TEXT -> "@";
      case COUNT -> "#,##0";
      case ORDINAL -> "0";
      case AMOUNT ->
          head.currency().decimals() == 0
              ? "#,##0"
              : "#,##0." + "0".repeat(head.currency().decimals());
      case DAY -> head.language() == Language.FR ? "dd/mm/yyyy" : "yyyy-mm-dd";
    };
  }

  /** Text as it may stand above or below a page, where {@code &} begins a command. */
  private static String printed(String text) {
    String visible = CellText.visible(text);
    String cut = visible.length() <= MOST_ON_PAGE ? visible : visible.substring(0, MOST_ON_PAGE);
    return cut.replace("&", "&&");
  }
}
