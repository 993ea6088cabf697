package org.caisse.readers.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together part by part, right or wrong, of any size, for tests. */
public final class MadeWorkbook {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String properties = "";
  private int count;

  /** Writes a part. */
  @FunctionalInterface
  public interface Part {
    void write(Writer out) throws IOException;
  }

  /** A visible sheet with rows as XML. */
  public MadeWorkbook sheet(String name, String rows) {
    return sheet(name, "", out -> out.write(rows));
  }

  /**
   * A sheet.
   *
   * @param state {@code hidden}, {@code veryHidden} or empty
   */
  public MadeWorkbook sheet(String name, String state, Part rows) {
    count++;
    String part = "xl/worksheets/sheet" + count + ".xml";
    String attribute = state.isEmpty() ? "" : " state=\"" + state + "\"";
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
            .formatted(name, count, attribute, count));
    relation("worksheet", "worksheets/sheet" + count + ".xml", "rId" + count);
    return part(
        part,
        out -> {
          out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
          rows.write(out);
          out.write("</sheetData></worksheet>");
        });
  }

  /** The shared texts, {@code <si>} elements. */
  public MadeWorkbook texts(Part items) {
    relation("sharedStrings", "sharedStrings.xml", "rIdTexts");
    return part(
        "xl/sharedStrings.xml",
        out -> {
          out.write("<sst xmlns=\"" + MAIN + "\">");
          items.write(out);
          out.write("</sst>");
        });
  }

  /** The style sheet, from {@code <numFmts>} to {@code <cellXfs>}. */
  public MadeWorkbook styles(String xml) {
    relation("styles", "styles.xml", "rIdStyles");
    return part(
        "xl/styles.xml",
        out -> out.write("<styleSheet xmlns=\"" + MAIN + "\">" + xml + "</styleSheet>"));
  }

  /** Attributes of the workbook's properties. */
  public MadeWorkbook properties(String attributes) {
    properties = "<workbookPr " + attributes + "/>";
    return this;
  }

  public MadeWorkbook relation(String type, String target, String id) {
    relations.append(
        "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
            .formatted(id, RELATIONS, type, target));
    return this;
  }

  /** Any part, in place of one of the same name. */
  public MadeWorkbook part(String name, Part part) {
    parts.put(name, part);
    return this;
  }

  /** Any part, in place of one of the same name. */
  public MadeWorkbook part(String name, String content) {
    return part(name, out -> out.write(content));
  }

  /** Writes the file. */
  public Path write(Path file) throws IOException {
    Map<String, Part> all = new LinkedHashMap<>();
    all.put(
        "_rels/.rels",
        out ->
            out.write(
                "<Relationships xmlns=\"%s\"><Relationship Id=\"r\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                    .formatted(PACKAGE, RELATIONS)));
    all.put(
        "xl/workbook.xml",
        out ->
            out.write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
                    .formatted(MAIN, RELATIONS, properties, sheets)));
    all.put(
        "xl/_rels/workbook.xml.rels",
        out ->
            out.write(
                "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(PACKAGE, relations)));
    all.putAll(parts);
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      for (Map.Entry<String, Part> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        Writer out = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
        part.getValue().write(out);
        out.flush();
        zip.closeEntry();
      }
    }
    return file;
  }
}
