package org.caisse.app.month;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Corrects reject files as a payroll clerk does in a spreadsheet: cell by cell, then saved. */
final class Clerk {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private Clerk() {}

  /**
   * Opens a CSV, keeps some of its rows, corrects cells of them, and saves it as a spreadsheet on
   * Windows does.
   *
   * @param kept which rows stay, by the line that they are about
   * @param corrections by line: column titles with what is typed there
   */
  static Path csv(
      Path rejects,
      Path corrected,
      Predicate<String> kept,
      Map<String, Map<String, String>> corrections)
      throws IOException {
    String text = Files.readString(rejects).replace("\uFEFF", "");
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(';').setRecordSeparator("\r\n").get();
    StringBuilder saved = new StringBuilder();
    try (CSVParser parser =
            CSVParser.parse(text, format.builder().setHeader().setSkipHeaderRecord(true).get());
        CSVPrinter printer = new CSVPrinter(saved, format)) {
      printer.printRecord(parser.getHeaderNames());
      for (CSVRecord row : parser) {
        if (!kept.test(row.get("Ligne"))) {
          continue;
        }
        Map<String, String> typed = corrections.getOrDefault(row.get("Ligne"), Map.of());
        List<String> cells = new ArrayList<>();
        for (String title : parser.getHeaderNames()) {
          cells.add(typed.getOrDefault(title, row.get(title)));
        }
        printer.printRecord(cells);
      }
    }
    return Files.write(corrected, saved.toString().getBytes(Charset.forName("windows-1252")));
  }

  /**
   * Opens a workbook, types into cells, and saves it.
   *
   * @param corrections by line: column titles with what is typed there
   */
  static Path workbook(Path rejects, Path corrected, Map<String, Map<String, String>> corrections)
      throws IOException {
    try (ZipFile zip = new ZipFile(rejects.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(corrected))) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().equals(SHEET) ? typed(content, corrections) : content);
      }
    }
    return corrected;
  }

  /** The cells that are marked, as the title of their column behind the line of their row. */
  static List<String> marked(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      Document styles = parsed(zip, "xl/styles.xml");
      NodeList fills = styles.getElementsByTagName("fill");
      NodeList forms =
          ((Element) styles.getElementsByTagName("cellXfs").item(0)).getElementsByTagName("xf");
      Document sheet = parsed(zip, SHEET);
      Map<String, String> titles = titles(sheet);
      List<String> marked = new ArrayList<>();
      for (Element row : rows(sheet)) {
        for (Element cell : cells(row)) {
          Element form = (Element) forms.item(Integer.parseInt(cell.getAttribute("s")));
          Element fill = (Element) fills.item(Integer.parseInt(form.getAttribute("fillId")));
          if (fill.getElementsByTagName("fgColor").item(0) instanceof Element color
              && color.getAttribute("rgb").endsWith("FFE699")) {
            marked.add(line(row, titles) + " " + titles.get(letters(cell)));
          }
        }
      }
      return marked;
    }
  }

  private static byte[] typed(byte[] content, Map<String, Map<String, String>> corrections) {
    Document sheet = parsed(content);
    Map<String, String> titles = titles(sheet);
    for (Element row : rows(sheet)) {
      Map<String, String> typed = corrections.getOrDefault(line(row, titles), Map.of());
      for (Element cell : cells(row)) {
        String text = typed.get(titles.get(letters(cell)));
        if (text != null) {
          type(cell, text);
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(sheet), new StreamResult(out));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /** A spreadsheet keeps what looks like a number as one. */
  private static void type(Element cell, String text) {
    while (cell.hasChildNodes()) {
      cell.removeChild(cell.getFirstChild());
    }
    Document document = cell.getOwnerDocument();
    boolean number = text.matches("[0-9]+");
    Element value = document.createElement(number ? "v" : "t");
    value.setTextContent(text);
    if (number) {
      cell.removeAttribute("t");
      cell.appendChild(value);
    } else {
      cell.setAttribute("t", "inlineStr");
      cell.appendChild(document.createElement("is")).appendChild(value);
    }
  }

  private static Map<String, String> titles(Document sheet) {
    return cells((Element) sheet.getElementsByTagName("row").item(0)).stream()
        .collect(Collectors.toMap(Clerk::letters, Element::getTextContent));
  }

  /** The rows below the titles. */
  private static List<Element> rows(Document sheet) {
    List<Element> rows = elements(sheet.getElementsByTagName("row"));
    return rows.subList(1, rows.size());
  }

  private static List<Element> cells(Element row) {
    return elements(row.getElementsByTagName("c"));
  }

  private static String line(Element row, Map<String, String> titles) {
    return cells(row).stream()
        .filter(cell -> titles.get(letters(cell)).equals("Ligne"))
        .map(Element::getTextContent)
        .findFirst()
        .orElseThrow();
  }

  private static String letters(Element cell) {
    return cell.getAttribute("r").replaceAll("[0-9]", "");
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Document parsed(ZipFile zip, String name) throws IOException {
    return parsed(zip.getInputStream(zip.getEntry(name)).readAllBytes());
  }

  private static Document parsed(byte[] xml) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml));
    } catch (Exception e) {
      throw new IllegalStateException(new String(xml, StandardCharsets.UTF_8), e);
    }
  }
}
