package org.caisse.readers.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.workbook.MadeWorkbook;
import org.caisse.readers.workbook.RawZip;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks made byte by byte, and what is read of them. */
abstract class RawWorkbooks {

  static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  static final String RELATIONS =
      "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\""
          + " Target=\"s.xml\"/></Relationships>";
  static final String BOOK =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>";
  static final String SHEET = "<worksheet><sheetData>" + ROW + "</sheetData></worksheet>";

  @TempDir Path folder;

  /** Everything but the sheet. */
  static RawZip frame() {
    RawZip zip = new RawZip();
    zip.add("xl/workbook.xml", BOOK);
    zip.add("xl/_rels/workbook.xml.rels", RELATIONS);
    return zip;
  }

  static RawZip small() {
    RawZip zip = frame();
    zip.add("xl/s.xml", SHEET);
    return zip;
  }

  static String numbered(String item, int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(item.formatted(i));
    }
    return all.toString();
  }

  static Path withPart(Path file, String part, byte[] content) throws IOException {
    try (var archive = java.nio.file.FileSystems.newFileSystem(file)) {
      Files.write(archive.getPath(part), content);
    }
    return file;
  }

  Reject refusal(MadeWorkbook book) throws IOException {
    return refusal(book.write(folder.resolve("made.xlsx")));
  }

  Reject refusal(RawZip zip) throws IOException {
    return refusal(zip.write(folder.resolve("raw.xlsx")));
  }

  static Reject refusal(Path file) throws IOException {
    try {
      throw new AssertionError("not refused: " + raws(file));
    } catch (UnreadableTableException e) {
      return e.reject();
    }
  }

  List<String> raws(MadeWorkbook book) throws IOException {
    return raws(book.write(folder.resolve("made.xlsx")));
  }

  static List<String> raws(Path file) throws IOException {
    return rows(file).stream().map(TableRow::raw).toList();
  }

  static List<TableRow> rows(Path file) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (XlsxSource source = XlsxSource.open(file, "")) {
      TableRow row;
      while ((row = source.next()) != null) {
        rows.add(row);
      }
    }
    return rows;
  }
}
