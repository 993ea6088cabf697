package org.caisse.readers.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.config.archive.SheetRow;
import org.caisse.readers.workbook.Workbook.Sheet;

/** The content of a workbook that we wrote, whoever wrote its bytes since. */
public final class WorkbookContent {

  private static final int FEW_COLUMNS = 32;

  private final Workbook workbook;
  private final CanonicalHash hash = new CanonicalHash(SheetRow.class);
  private SheetRow.Cell[] cells = new SheetRow.Cell[FEW_COLUMNS];

  private WorkbookContent(Workbook workbook) {
    this.workbook = workbook;
  }

  /**
   * The canonical hash of all rows of all sheets, as the writer gives it.
   *
   * @throws WorkbookException when it is no workbook, or one that cannot be read
   */
  public static String sha256(Path file) throws IOException {
    try (Workbook workbook = Workbook.open(file)) {
      WorkbookContent content = new WorkbookContent(workbook);
      for (Sheet sheet : workbook.sheets()) {
        content.add(sheet);
      }
      return content.hash.finish();
    }
  }

  private void add(Sheet sheet) throws IOException {
    try (XmlPart part = workbook.open(sheet)) {
      CellReader reader = new CellReader(workbook, part);
      if (!part.goTo("sheetData")) {
        throw part.damaged();
      }
      int rowNo = 0;
      while (part.nextElement()) {
        if (part.element().equals("row")) {
          String number = part.attribute("r");
          rowNo = number == null ? rowNo + 1 : CellPlace.rowNumber(number);
          row(sheet, part, reader, rowNo);
        } else {
          part.skip();
        }
      }
    }
  }

  private void row(Sheet sheet, XmlPart part, CellReader reader, int rowNo) throws IOException {
    int count = 0;
    while (part.nextElement()) {
      if (!part.element().equals("c")) {
        part.skip();
        continue;
      }
      String place = part.attribute("r");
      int column = place == null ? count : CellPlace.column(place, rowNo);
      if (column < count) {
        throw part.damaged();
      }
      if (column >= cells.length) {
        cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
      }
      cells[column] = cell(part, reader.read());
      count = column + 1;
    }
    SheetRow row = SheetRow.of(sheet.name(), cells, count);
    Arrays.fill(cells, null);
    if (!row.cells().isEmpty()) {
      hash.row(row);
    }
  }

  private static SheetRow.Cell cell(XmlPart part, CellValue value) {
    return switch (value.type()) {
      case EMPTY -> null;
      case TEXT, TRUTH, TIME -> SheetRow.Cell.text(value.text());
      case NUMBER -> number(part, value.text());
    };
  }

  private static SheetRow.Cell number(XmlPart part, String text) {
    try {
      return SheetRow.Cell.number(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw part.damaged();
    }
  }
}
