package org.caisse.readers.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.workbook.CellPlace;
import org.caisse.readers.workbook.CellReader;
import org.caisse.readers.workbook.Workbook;
import org.caisse.readers.workbook.Workbook.Sheet;
import org.caisse.readers.workbook.XmlPart;

/**
 * The rows of a sheet that have any value, from first to last. What the sheet says of its own size
 * is not believed; hidden rows and columns are read like others, as they are when a spreadsheet
 * program saves as CSV; of merged cells the first has the value.
 */
final class SheetRows implements AutoCloseable {

  /** Values must stand in the first so many columns. */
  static final int MAX_COLUMNS = 256;

  /** The texts of a row together have at most so many characters, as a line of text has bytes. */
  static final int MAX_CHARS = Workbook.MAX_TEXT_CHARS - 1;

  private final Workbook workbook;
  private final XmlPart part;
  private final CellReader reader;
  private boolean ended;
  private int rowNo;

  SheetRows(Workbook workbook, Sheet sheet) throws IOException {
    this.workbook = workbook;
    part = workbook.open(sheet);
    reader = new CellReader(workbook, part);
    try {
      if (!part.goTo("sheetData")) {
        throw part.damaged();
      }
    } catch (IOException | RuntimeException e) {
      part.close();
      throw e;
    }
  }

  /**
   * The next row, or null when the sheet was read to its end and is whole.
   *
   * @throws org.caisse.readers.workbook.WorkbookException when it is not
   */
  TableRow next() throws IOException {
    while (!ended && part.nextElement()) {
      if (!part.element().equals("row")) {
        part.skip();
        continue;
      }
      TableRow row = read();
      if (row != null) {
        return row;
      }
    }
    if (!ended) {
      ended = true;
      part.finish();
      workbook.finish();
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    part.close();
  }

  /** Reads a row to its end; null when it has no value. */
  private TableRow read() throws IOException {
    rowNo = rowNumber(part.attribute("r"));
    List<Cell> cells = new ArrayList<>();
    int place = -1;
    int filled = 0;
    long chars = 0;
    while (part.nextElement()) {
      if (!part.element().equals("c")) {
        part.skip();
        continue;
      }
      place = column(part.attribute("r"), place);
      Cell cell = SheetValue.of(reader.read(), workbook.since1904());
      if (cell instanceof Cell.Blank) {
        continue;
      }
      filled = place + 1;
      chars += cell.text().length();
      if (chars <= MAX_CHARS && place < MAX_COLUMNS) {
        while (cells.size() < place) {
          cells.add(Cell.BLANK);
        }
        cells.add(cell);
      }
    }
    return filled == 0 ? null : row(cells, filled, chars);
  }

  private TableRow row(List<Cell> cells, int filled, long chars) {
    String raw = cells.stream().map(SheetRows::raw).collect(Collectors.joining(";"));
    if (chars > MAX_CHARS) {
      return refused(raw, RejectCode.LINE_TOO_LONG, Long.toString(chars), MAX_CHARS);
    }
    if (filled > MAX_COLUMNS) {
      return refused(raw, RejectCode.FIELD_COUNT, Integer.toString(filled), MAX_COLUMNS);
    }
    if (raw.chars().anyMatch(Character::isISOControl)) {
      String visible = raw.replaceAll("\\p{Cntrl}", "\uFFFD");
      return TableRow.refused(visible, new Reject(rowNo, RejectCode.LINE_UNREADABLE, "", ""));
    }
    return TableRow.of(rowNo, cells, raw);
  }

  private static String raw(Cell cell) {
    String text = cell.text();
    boolean quoted = text.indexOf(';') >= 0 || text.indexOf('"') >= 0;
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private TableRow refused(String raw, RejectCode code, String found, int most) {
    return TableRow.refused(raw, new Reject(rowNo, code, "", found, Integer.toString(most)));
  }

  private int rowNumber(String text) {
    int number = text == null ? rowNo + 1 : CellPlace.rowNumber(text);
    if (number <= rowNo || number > CellPlace.MAX_ROWS) {
      throw part.damaged();
    }
    return number;
  }

  private int column(String reference, int before) {
    int column = reference == null ? before + 1 : CellPlace.column(reference, rowNo);
    if (column <= before || column >= CellPlace.MAX_COLUMNS) {
      throw part.damaged();
    }
    return column;
  }
}
