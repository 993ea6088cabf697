package org.caisse.app.generate;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Rows as the smallest workbook (.xlsx) that the standard allows, written without the help of any
 * code of Caisse's: one sheet, texts in place, days as numbers with a style that shows days.
 */
final class RowWorkbook implements RowWriter {

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final String SPREADSHEET =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String MAIN_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final int LETTERS = 26;
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final ZipOutputStream zip;
  private final Writer out;
  private int rows;

  /**
   * @throws java.nio.file.FileAlreadyExistsException when it exists
   */
  RowWorkbook(Path path) throws IOException {
    zip = new ZipOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW));
    out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    part(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
            + "relationships+xml\"/>"
            + type("workbook.xml", "sheet.main+xml")
            + type("styles.xml", "styles+xml")
            + type("sheet1.xml", "worksheet+xml")
            + "</Types>");
    part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    part(
        "xl/workbook.xml",
        "<workbook "
            + SPREADSHEET
            + " xmlns:r=\""
            + OFFICE
            + "\"><sheets>"
            + "<sheet name=\"Paie\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        relations(relation(1, "worksheet", "sheet1.xml") + relation(2, "styles", "styles.xml")));
    part(
        "xl/styles.xml",
        "<styleSheet "
            + SPREADSHEET
            + "><fonts count=\"1\"><font/></fonts>"
            + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\""
            + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
    begin("xl/sheet1.xml");
    out.write("<worksheet " + SPREADSHEET + "><sheetData>");
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/xl/%s\" ContentType=\"%s\"/>".formatted(part, MAIN_TYPE + type);
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  private void part(String name, String content) throws IOException {
    begin(name);
    out.write(content);
    end();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(MADE);
    zip.putNextEntry(entry);
    out.write(XML);
  }

  private void end() throws IOException {
    out.flush();
    zip.closeEntry();
  }

  @Override
  public int row(Object... cells) throws IOException {
    rows++;
    out.write("<row r=\"" + rows + "\">");
    for (int column = 0; column < cells.length; column++) {
      out.write(cell(letters(column) + rows, cells[column]));
    }
    out.write("</row>");
    return rows;
  }

  /** A to Z, then AA. */
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }

  private static String cell(String place, Object cell) {
    return switch (cell) {
      case null -> "";
      case Number number -> "<c r=\"%s\"><v>%s</v></c>".formatted(place, number);
      case LocalDate day ->
          "<c r=\"%s\" s=\"1\"><v>%d</v></c>"
              .formatted(place, ChronoUnit.DAYS.between(DAY_ZERO, day));
      default ->
          "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
              .formatted(place, cell.toString().replace("&", "&amp;").replace("<", "&lt;"));
    };
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      out.write("</sheetData></worksheet>");
      end();
    }
  }
}
