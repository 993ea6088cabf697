package org.caisse.readers.workbook;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which styles of a workbook show a number as a day. */
final class Styles {

  /** Spreadsheet programs allow some 65,000 styles and a few hundred formats. */
  private static final int MAX_STYLES = 100_000;

  private static final int MAX_FORMATS = 10_000;

  private final Map<Integer, Boolean> formats = new HashMap<>();
  private final BitSet days = new BitSet();
  private int styles;

  /**
   * @param part the style sheet, or null when the workbook has none
   */
  static Styles read(XmlPart part) throws IOException {
    Styles styles = new Styles();
    if (part != null && part.goTo("styleSheet")) {
      while (part.nextElement()) {
        switch (part.element()) {
          case "numFmts" -> styles.readFormats(part);
          case "cellXfs" -> styles.readStyles(part);
          default -> part.skip();
        }
      }
      part.finish();
    }
    return styles;
  }

  boolean showDay(int style) {
    return style >= 0 && days.get(style);
  }

  private void readFormats(XmlPart part) throws IOException {
    while (part.nextElement()) {
      String code = part.attribute("formatCode");
      int id = WholeNumber.of(part.attribute("numFmtId"), -1);
      if (part.element().equals("numFmt") && code != null) {
        formats.put(id, NumberFormatCode.showsDay(code));
      }
      if (formats.size() > MAX_FORMATS) {
        throw WorkbookException.tooLarge(part.name() + ": numFmts", MAX_FORMATS);
      }
      part.skip();
    }
  }

  private void readStyles(XmlPart part) throws IOException {
    while (part.nextElement()) {
      int id = WholeNumber.of(part.attribute("numFmtId"), 0);
      Boolean day = formats.get(id);
      days.set(styles++, day == null ? NumberFormatCode.showsDay(id) : day);
      if (styles > MAX_STYLES) {
        throw WorkbookException.tooLarge(part.name() + ": cellXfs", MAX_STYLES);
      }
      part.skip();
    }
  }
}
