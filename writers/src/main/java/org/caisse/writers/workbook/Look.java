package org.caisse.writers.workbook;

import java.util.List;
import org.caisse.config.archive.SheetRow;
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
  private static final String FONT = "Arial";
  private static final int FONT_SIZE = 10;
  private static final int PAGE_FONT_SIZE = 8;
  private static final double LINE_POINTS = 13;
  private static final double MARGIN_POINTS = 4;

  /** The button of a filter hides so many characters of a title. */
  private static final int FILTER_CHARS = 3;

  /** All that is printed above a page may have 255 characters; 28 of each part are commands. */
  private static final int MOST_LEFT = 38;

  private static final int MOST_CENTER = 80;
  private static final int MOST_RIGHT = 50;

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

  /**
   * The height of a row whose texts need several lines, in points; 0 where one line is enough.
   * Spreadsheets do not all find it themselves.
   *
   * @param cells null for none
   */
  double height(SheetRow.Cell[] cells) {
    int lines = 1;
    for (int i = 0; i < cells.length; i++) {
      SheetColumn column = layout.columns().get(i);
      if (cells[i] != null && column.kind() == CellKind.LONG_TEXT) {
        lines = Math.max(lines, lines(cells[i].text(), column.width()));
      }
    }
    return lines == 1 ? 0 : Math.min(Worksheet.MAX_ROW_HEIGHT, lines * LINE_POINTS + MARGIN_POINTS);
  }

  /** What must be said before the first rows are written out. */
  void begin(Worksheet sheet, int titleRow) {
    for (int i = 0; i < layout.columns().size(); i++) {
      sheet.width(i, layout.columns().get(i).width());
    }
    sheet.freezePane(0, titleRow + 1);
    int lines = 1;
    for (SheetColumn column : layout.columns()) {
      lines = Math.max(lines, lines(column.title(), column.width() - FILTER_CHARS));
    }
    sheet.rowHeight(titleRow, lines * LINE_POINTS + MARGIN_POINTS);
    sheet.hideGridLines();
    sheet.setFitToPage(true);
  }

  /** A line above the titles. */
  void above(Worksheet sheet, int row, boolean first, boolean mark) {
    StyleSetter style = sheet.style(row, 0).fontName(FONT);
    if (first) {
      style.bold().fontSize(14).fontColor(INK).set();
    } else if (mark) {
      style.bold().fontSize(FONT_SIZE).fontColor(WARNING).set();
    } else {
      style.fontSize(FONT_SIZE).fontColor(SOFT).set();
    }
  }

  /** Rows that are complete: each column its form, then what is set apart. */
  void rows(Worksheet sheet, int first, int last, List<Special> specials) {
    for (int column = 0; column < layout.columns().size(); column++) {
      StyleSetter style = sheet.range(first, column, last, column).style();
      form(style, layout.columns().get(column).kind());
      style.fontName(FONT).fontSize(FONT_SIZE);
      style.borderStyle(BorderSide.BOTTOM, BorderStyle.HAIR).borderColor(BorderSide.BOTTOM, RULE);
      style.verticalAlignment("top").set();
    }
    for (Special special : specials) {
      special(sheet, special);
    }
  }

  /** What is written at the end of a sheet. */
  void finish(Worksheet sheet, int titleRow, int lastListed) {
    if (layout.list()) {
      sheet.setAutoFilter(titleRow, 0, lastListed, layout.columns().size() - 1);
    }
    sheet.repeatRows(titleRow);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation(layout.landscape() ? "landscape" : "portrait");
    if (layout.repeatedColumns() > 0) {
      sheet.repeatCols(0, layout.repeatedColumns() - 1);
    }
    sheet.fitToWidth((short) layout.pagesWide());
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(0.5f);
    sheet.rightMargin(0.5f);
    sheet.header(printed(head.fundName(), MOST_LEFT), Position.LEFT, FONT, PAGE_FONT_SIZE);
    sheet.header(printed(head.title(), MOST_CENTER), Position.CENTER, FONT, PAGE_FONT_SIZE);
    sheet.header(printed(head.mark(), MOST_RIGHT), Position.RIGHT, FONT, PAGE_FONT_SIZE);
    sheet.footer(printed(head.reference(), MOST_CENTER), Position.LEFT, FONT, PAGE_FONT_SIZE);
    sheet.footer("&P / &N", Position.RIGHT, FONT, PAGE_FONT_SIZE);
  }

  private void special(Worksheet sheet, Special special) {
    int last = layout.columns().size() - 1;
    switch (special.mark()) {
      case TITLES -> titles(sheet, special.row());
      case TOTAL ->
          sheet
              .range(special.row(), 0, special.row(), last)
              .style()
              .bold()
              .fontName(FONT)
              .fontSize(FONT_SIZE)
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

  private void titles(Worksheet sheet, int row) {
    for (int column = 0; column < layout.columns().size(); column++) {
      StyleSetter style = sheet.style(row, column);
      style
          .format("@")
          .bold()
          .fontName(FONT)
          .fontSize(FONT_SIZE)
          .fontColor("FFFFFF")
          .fillColor(INK)
          .verticalAlignment("center")
          .wrapText(true);
      aligned(style, layout.columns().get(column).kind());
      style.set();
    }
  }

  /** Numbers to the right; the rest to the left, a little apart from a number before it. */
  private static void aligned(StyleSetter style, CellKind kind) {
    if (kind.right()) {
      style.horizontalAlignment("right");
    } else {
      style.horizontalAlignment("left").indent(1);
    }
  }

  private void form(StyleSetter style, CellKind kind) {
    style.format(format(kind));
    aligned(style, kind);
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
      case AMOUNT -> "#,##0" + decimals();
      case PLAIN_AMOUNT -> "0" + decimals();
      case DAY -> head.language() == Language.FR ? "dd/mm/yyyy" : "yyyy-mm-dd";
    };
  }

  private String decimals() {
    int decimals = head.currency().decimals();
    return decimals == 0 ? "" : "." + "0".repeat(decimals);
  }

  /**
   * Lines that a text needs, broken between words.
   *
   * @param columnWidth in digits; letters are narrower, so that about a seventh more fit in
   */
  private static int lines(String text, int columnWidth) {
    int width = columnWidth + columnWidth / 7;
    int lines = 0;
    for (String paragraph : text.split("\n", -1)) {
      int used = -1;
      lines++;
      for (String word : paragraph.split(" ", -1)) {
        used += 1 + word.length();
        if (used > width && used > word.length()) {
          lines++;
          used = word.length();
        }
        lines += Math.max(0, (word.length() - 1) / width);
      }
    }
    return lines;
  }

  /** Text as it may stand above or below a page, where {@code &} begins a command. */
  private static String printed(String text, int most) {
    String visible = CellText.visible(text);
    return visible.substring(0, Math.min(most, visible.length())).replace("&", "&&");
  }
}
