package org.caisse.readers.workbook;

import java.io.IOException;
import org.caisse.readers.workbook.CellValue.ValueType;

/**
 * Reads the cells of a sheet. A formula counts as the value that the spreadsheet program stored for
 * it. Where none is stored, as in files that a script made, the cell is the text of the formula:
 * what it would come to is not known, and it is not empty.
 */
public final class CellReader {

  private final Workbook workbook;
  private final XmlPart part;
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder formula = new StringBuilder();
  private boolean stored;
  private boolean computed;

  /**
   * @param workbook whose styles and shared texts the cells refer to
   * @param part the sheet
   */
  public CellReader(Workbook workbook, XmlPart part) {
    this.workbook = workbook;
    this.part = part;
  }

  /** Reads the cell whose start was reached to its end. */
  public CellValue read() throws IOException {
    String type = part.attribute("t");
    int style = WholeNumber.of(part.attribute("s"), 0);
    readParts();
    if (computed && value.isEmpty() && !"str".equals(type)) {
      return CellValue.text("=" + formula);
    }
    if (!stored) {
      return CellValue.NONE;
    }
    String text = value.toString();
    return switch (type == null ? "n" : type) {
      case "n" -> new CellValue(ValueType.NUMBER, text, workbook.showsDay(style));
      case "s" -> CellValue.text(shared(text));
      case "b" -> new CellValue(ValueType.TRUTH, text, false);
      case "d" -> new CellValue(ValueType.TIME, text, true);
      default -> CellValue.text(text);
    };
  }

  private void readParts() throws IOException {
    value.setLength(0);
    formula.setLength(0);
    stored = false;
    computed = false;
    while (part.nextElement()) {
      switch (part.element()) {
        case "v" -> {
          RichText.plain(part, value, Workbook.MAX_TEXT_CHARS);
          stored = true;
        }
        case "is" -> {
          RichText.read(part, value, Workbook.MAX_TEXT_CHARS);
          stored = true;
        }
        case "f" -> {
          part.text(formula, Workbook.MAX_TEXT_CHARS - 1);
          computed = true;
        }
        default -> part.skip();
      }
    }
  }

  private String shared(String index) throws IOException {
    if (index.isEmpty()) {
      return "";
    }
    String text = workbook.text(WholeNumber.of(index, -1));
    if (text == null) {
      throw part.damaged();
    }
    return text;
  }
}
