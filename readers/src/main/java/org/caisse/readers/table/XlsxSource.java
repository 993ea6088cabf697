package org.caisse.readers.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.workbook.Workbook;
import org.caisse.readers.workbook.Workbook.Sheet;
import org.caisse.readers.workbook.WorkbookException;

/**
 * The rows of one sheet of a workbook (.xlsx), whoever made it, in memory that depends neither on
 * their number nor on that of the texts in it.
 */
public final class XlsxSource implements TableSource {

  private static final int MAX_NAMES_SHOWN = 10;

  private final Workbook workbook;
  private final Sheet sheet;
  private final SheetRows rows;

  private XlsxSource(Workbook workbook, Sheet sheet) throws IOException {
    this.workbook = workbook;
    this.sheet = sheet;
    this.rows = new SheetRows(workbook, sheet);
  }

  /**
   * Opens a sheet.
   *
   * @param name of the sheet, in any case, hidden or not; empty for the only visible one that has
   *     any value
   * @throws UnreadableTableException when the file is no workbook or cannot be read, or when it is
   *     not clear which sheet is meant
   */
  public static XlsxSource open(Path file, String name) throws IOException {
    try {
      return opened(file, name);
    } catch (WorkbookException e) {
      throw new UnreadableTableException(e.reject());
    }
  }

  /** Name of the sheet as on its tab. */
  public String sheet() {
    return sheet.name();
  }

  @Override
  public boolean since1904() {
    return workbook.since1904();
  }

  @Override
  public TableRow next() throws IOException {
    try {
      return rows.next();
    } catch (WorkbookException e) {
      throw new UnreadableTableException(e.reject());
    }
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      rows.close();
    }
  }

  private static XlsxSource opened(Path file, String name) throws IOException {
    Workbook workbook = Workbook.open(file);
    try {
      List<Sheet> meant = name.isEmpty() ? filled(workbook) : named(workbook, name);
      if (meant.size() != 1) {
        throw undecided(meant.isEmpty() ? workbook.sheets() : meant, name);
      }
      return new XlsxSource(workbook, meant.getFirst());
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private static List<Sheet> named(Workbook workbook, String name) {
    return workbook.sheets().stream()
        .filter(sheet -> sheet.name().strip().equalsIgnoreCase(name.strip()))
        .toList();
  }

  /** The visible sheets that have any value; the first one when none has. */
  private static List<Sheet> filled(Workbook workbook) throws IOException {
    List<Sheet> visible = workbook.sheets().stream().filter(sheet -> !sheet.hidden()).toList();
    List<Sheet> filled = new ArrayList<>();
    for (Sheet sheet : visible) {
      try (SheetRows rows = new SheetRows(workbook, sheet)) {
        if (rows.next() != null) {
          filled.add(sheet);
        }
      }
    }
    return filled.isEmpty() ? visible.stream().limit(1).toList() : filled;
  }

  private static WorkbookException undecided(List<Sheet> sheets, String wanted) {
    String names =
        sheets.stream().limit(MAX_NAMES_SHOWN).map(Sheet::name).collect(Collectors.joining(", "));
    String answer = wanted.isEmpty() && !sheets.isEmpty() ? sheets.getFirst().name() : wanted;
    return new WorkbookException(RejectCode.SHEET_UNDECIDED, names, "sheet: " + answer);
  }
}
