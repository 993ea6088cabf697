package org.caisse.readers.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.caisse.domain.reject.RejectCode;

/**
 * A workbook (.xlsx, .xlsm), read part by part as asked for. Of the archive only the list of
 * sheets, the relations, the styles, the shared texts and the sheets are looked at; pictures,
 * macros, links and whatever else is in it are never unpacked.
 */
public final class Workbook implements AutoCloseable {

  /** What is kept of the text of a cell; one of this length may be longer. */
  public static final int MAX_TEXT_CHARS = (1 << 14) + 1;

  private static final String MAIN_PART = "xl/workbook.xml";
  private static final String OPEN_DOCUMENT_PART = "mimetype";
  private static final int MAX_SHEETS = 1_000;

  private final Container container;
  private final List<Sheet> sheets = new ArrayList<>();
  private Styles styles;
  private SharedStrings texts;
  private boolean since1904;

  /**
   * A worksheet.
   *
   * @param name as its tab says
   * @param hidden whether the tab is not shown
   * @param part its part of the archive
   */
  public record Sheet(String name, boolean hidden, String part) {}

  private Workbook(Path file) throws IOException {
    container = new Container(file);
  }

  /**
   * Opens a file by what it is, whatever its name says.
   *
   * @throws WorkbookException when it is no workbook, or one that cannot be read
   */
  public static Workbook open(Path file) throws IOException {
    FileSignature signature = FileSignature.of(file);
    return switch (signature) {
      case ZIP -> opened(file);
      case PROTECTED_WORKBOOK -> throw new WorkbookException(RejectCode.WORKBOOK_PROTECTED, "", "");
      case EMPTY_ZIP,
          LEGACY_WORKBOOK,
          ANCIENT_WORKBOOK,
          PDF,
          RAR,
          SEVEN_ZIP,
          GZIP,
          PNG,
          JPEG,
          OTHER ->
          throw notAWorkbook(signature.extension());
    };
  }

  /** The worksheets in the order of their tabs, hidden ones included. */
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** The content of a sheet, before its first element. */
  public XmlPart open(Sheet sheet) throws IOException {
    return new XmlPart(container, sheet.part());
  }

  /** The shared text of this number from 0, or null when there is none. */
  public String text(int index) throws IOException {
    return texts.get(index);
  }

  /** Reads what no sheet has needed, so that all that was needed is known to be whole. */
  public void finish() throws IOException {
    texts.finish();
  }

  /** Whether cells of this style show their number as a day. */
  public boolean showsDay(int style) {
    return styles.showDay(style);
  }

  /** Whether days are counted from 1 January 1904 on, as old programs for the Macintosh did. */
  public boolean since1904() {
    return since1904;
  }

  @Override
  public void close() throws IOException {
    try (container) {
      if (texts != null) {
        texts.close();
      }
    }
  }

  private static Workbook opened(Path file) throws IOException {
    Workbook workbook = new Workbook(file);
    try {
      workbook.read();
      return workbook;
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private void read() throws IOException {
    if (container.has(OPEN_DOCUMENT_PART)) {
      throw notAWorkbook(".ods");
    }
    String main = Relations.of(container, "").ofType("officeDocument");
    if (main == null) {
      main = MAIN_PART;
    }
    if (main.endsWith(".bin")) {
      throw notAWorkbook(".xlsb");
    }
    if (!container.has(main)) {
      throw notAWorkbook(".zip");
    }
    Relations relations = Relations.of(container, main);
    readSheets(main, relations);
    try (XmlPart part = optional(relations.ofType("styles"))) {
      styles = Styles.read(part);
    }
    texts = new SharedStrings(optional(relations.ofType("sharedStrings")), MAX_TEXT_CHARS);
  }

  private XmlPart optional(String part) throws IOException {
    return part == null ? null : new XmlPart(container, part);
  }

  private void readSheets(String main, Relations relations) throws IOException {
    try (XmlPart part = new XmlPart(container, main)) {
      if (!part.goTo("workbook")) {
        throw notAWorkbook(".zip");
      }
      while (part.nextElement()) {
        switch (part.element()) {
          case "workbookPr" -> {
            String since = part.attribute("date1904");
            since1904 = "1".equals(since) || "true".equals(since);
            part.skip();
          }
          case "sheets" -> readNames(part, relations);
          default -> part.skip();
        }
      }
      part.finish();
    }
  }

  private void readNames(XmlPart part, Relations relations) throws IOException {
    Set<String> names = new HashSet<>();
    while (part.nextElement()) {
      String name = part.attribute("name");
      String target = relations.ofId(part.attribute("id"), "worksheet");
      if (name == null || !names.add(name.toLowerCase(Locale.ROOT))) {
        throw part.damaged();
      }
      if (names.size() > MAX_SHEETS) {
        throw WorkbookException.tooLarge(part.name(), MAX_SHEETS);
      }
      if (target != null) {
        String state = part.attribute("state");
        sheets.add(new Sheet(name, state != null && !state.equals("visible"), target));
      }
      part.skip();
    }
  }

  private static WorkbookException notAWorkbook(String what) {
    return new WorkbookException(RejectCode.WORKBOOK_FORMAT, what, ".xlsx");
  }
}
