package org.caisse.writers.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.config.archive.SheetRow;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table in a workbook, written cell after cell and row after row. No more than {@value
 * #BATCH_ROWS} rows are in memory. When a sheet is full, the table goes on in a further one, under
 * the same titles.
 *
 * <p>Text is a text cell: it is never executed, whatever it begins with, and the format of its
 * column keeps it text when somebody edits it. So nothing is put before it (SEMANTICS 25).
 */
public final class Sheet {

  private static final int BATCH_ROWS = 500;

  /** The library keeps the heights of a sheet in memory: of more rows nobody prints all. */
  private static final int MOST_HIGH_ROWS = 20_000;

  /** A spreadsheet computes with 15 digits: longer numbers are text, so that no digit is lost. */
  private static final long TOO_LONG = 1_000_000_000_000_000L;

  /** Day 0 of spreadsheets, as days since 1970-01-01: 1899-12-30. */
  private static final long DAY_ZERO = -25_569;

  /** Before it, a spreadsheet counts a day that there was not: 1900-02-29. */
  private static final LocalDate FIRST_SURE_DAY = LocalDate.of(1900, 3, 1);

  private final Workbook workbook;
  private final WorkbookHead head;
  private final SheetLayout layout;
  private final Look look;
  private final CanonicalHash hash;
  private final int maxRows;
  private final SheetRow.Cell[] cells;
  private final boolean mayBeHigh;
  private final List<Look.Special> specials = new ArrayList<>();
  private Worksheet sheet;
  private int sheets;
  private int row;
  private int column;
  private int styled;
  private int titleRow;
  private int lastListed;
  private int high;

  Sheet(Workbook workbook, WorkbookHead head, SheetLayout layout, CanonicalHash hash, int maxRows)
      throws IOException {
    this.workbook = workbook;
    this.head = head;
    this.layout = layout;
    this.look = new Look(head, layout);
    this.hash = hash;
    this.maxRows = maxRows;
    this.cells = new SheetRow.Cell[layout.columns().size()];
    this.mayBeHigh =
        layout.columns().stream().anyMatch(column -> column.kind() == CellKind.LONG_TEXT);
    if (maxRows < layout.above().size() + 3) {
      throw new IllegalArgumentException("a sheet of %d rows has no place".formatted(maxRows));
    }
    begin();
  }

  /** A cell of text, from inside or outside. */
  public Sheet text(String text) throws IOException {
    makeRoom();
    String visible = CellText.visible(text);
    SheetRow.Cell cell = SheetRow.Cell.text(visible);
    if (cell != null) {
      String spelled = CellText.spelled(visible);
      if (CellText.needsKeeping(spelled)) {
        sheet.inlineString(row, column, RichText.builder().run(spelled).end().build());
      } else {
        sheet.inlineString(row, column, spelled);
      }
    }
    return next(cell, CellKind.TEXT);
  }

  /** A cell with a number of things. */
  public Sheet count(long count) throws IOException {
    return whole(count, CellKind.COUNT);
  }

  /** A cell with a number that identifies. */
  public Sheet ordinal(long ordinal) throws IOException {
    return whole(ordinal, CellKind.ORDINAL);
  }

  /** A cell with an amount of minor units. */
  public Sheet amount(long minor) throws IOException {
    if (head.currency().decimals() == 0) {
      return whole(minor, CellKind.AMOUNT);
    }
    BigDecimal major = BigDecimal.valueOf(minor, head.currency().decimals());
    if (tooLong(minor)) {
      return text(major.toPlainString());
    }
    makeRoom();
    sheet.value(row, column, major);
    return next(SheetRow.Cell.number(major), CellKind.AMOUNT);
  }

  /** A cell with a day; null for none. */
  public Sheet day(LocalDate day) throws IOException {
    if (day == null) {
      return empty(1);
    }
    if (day.isBefore(FIRST_SURE_DAY)) {
      return text(day.toString());
    }
    makeRoom();
    long serial = day.toEpochDay() - DAY_ZERO;
    sheet.value(row, column, serial);
    return next(SheetRow.Cell.number(serial), CellKind.DAY);
  }

  /** Cells with nothing. */
  public Sheet empty(int count) throws IOException {
    makeRoom();
    for (int i = 0; i < count; i++) {
      next(null, layout.columns().get(column).kind());
    }
    return this;
  }

  /** Marks the cell before as one that the reader is to correct. */
  public Sheet toCorrect() {
    specials.add(new Look.Special(row, column - 1, Look.Mark.TO_CORRECT, null));
    return this;
  }

  /** Ends a row; the cells not given are empty. */
  public void endRow() throws IOException {
    lastListed = row;
    end();
  }

  /** Ends a row that adds up others: it stands out, and is not among what is filtered. */
  public void endTotal() throws IOException {
    specials.add(new Look.Special(row, -1, Look.Mark.TOTAL, null));
    end();
  }

  void finish() throws IOException {
    flush();
    look.finish(sheet, titleRow, Math.max(lastListed, titleRow));
    sheet.finish();
  }

  /** Goes on in a further sheet when this one is full. */
  private void makeRoom() throws IOException {
    if (row == maxRows) {
      finish();
      begin();
    }
  }

  private void begin() throws IOException {
    sheets++;
    sheet = workbook.newWorksheet(sheets == 1 ? layout.name() : layout.name() + " " + sheets);
    row = 0;
    styled = 0;
    lastListed = 0;
    high = 0;
    if (!layout.above().isEmpty()) {
      above();
    }
    titleRow = row;
    for (SheetColumn title : layout.columns()) {
      text(title.title());
    }
    specials.clear();
    specials.add(new Look.Special(row, -1, Look.Mark.TITLES, null));
    end();
    look.begin(sheet, titleRow);
  }

  private void above() throws IOException {
    List<String> lines = new ArrayList<>(layout.above());
    if (!head.mark().isEmpty()) {
      lines.add(head.mark());
    }
    for (int i = 0; i < lines.size(); i++) {
      text(lines.get(i));
      end();
      look.above(sheet, row - 1, i == 0, lines.get(i).equals(head.mark()));
    }
    specials.clear();
    styled = row;
  }

  private Sheet whole(long number, CellKind kind) throws IOException {
    if (tooLong(number)) {
      return text(Long.toString(number));
    }
    makeRoom();
    sheet.value(row, column, number);
    return next(SheetRow.Cell.number(number), kind);
  }

  private static boolean tooLong(long number) {
    return number >= TOO_LONG || number <= -TOO_LONG;
  }

  private Sheet next(SheetRow.Cell cell, CellKind kind) {
    CellKind usual = layout.columns().get(column).kind();
    boolean fits =
        kind == usual
            || (kind == CellKind.TEXT && usual == CellKind.LONG_TEXT)
            || (kind == CellKind.AMOUNT && usual == CellKind.PLAIN_AMOUNT);
    if (!fits) {
      specials.add(new Look.Special(row, column, Look.Mark.OTHER_KIND, kind));
    }
    cells[column++] = cell;
    return this;
  }

  private void end() throws IOException {
    SheetRow content = SheetRow.of(sheet.getName(), cells, column);
    if (!content.cells().isEmpty()) {
      hash.row(content);
    }
    if (mayBeHigh && high < MOST_HIGH_ROWS) {
      heighten();
    }
    Arrays.fill(cells, null);
    column = 0;
    row++;
    if (row - styled >= BATCH_ROWS) {
      flush();
    }
  }

  private void heighten() {
    double points = look.height(cells);
    if (points > 0) {
      sheet.rowHeight(row, points);
      high++;
    }
  }

  private void flush() throws IOException {
    if (row > styled) {
      look.rows(sheet, styled, row - 1, specials);
    }
    specials.clear();
    styled = row;
    sheet.flush();
  }
}
