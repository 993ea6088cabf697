package org.caisse.readers.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.workbook.MadeWorkbook;
import org.caisse.readers.workbook.RawZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks whose parts are broken or made to do harm. */
class HostileWorkbookTest extends RawWorkbooks {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1:1/sheet.xml",
        "",
        "worksheets/absent.xml",
        "%2e%2e/x"
      })
  void aTargetIsNothingButTheNameOfAPart(String target) throws IOException {
    RawZip zip = new RawZip();
    zip.add("xl/workbook.xml", BOOK);
    zip.add("xl/_rels/workbook.xml.rels", RELATIONS.replace("s.xml", target));

    assertThat(refusal(zip).code()).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml"
      })
  void documentTypesAndEntitiesAreRefusedInEveryPart(String part) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "12345");
    String root = part.endsWith(".rels") ? "Relationships" : rootOf(part);
    List<String> contents =
        List.of(
            "<!DOCTYPE %s [<!ENTITY e SYSTEM \"%s\">]><%s>&e;</%s>"
                .formatted(root, secret.toUri(), root, root),
            "<!DOCTYPE %s SYSTEM \"http://127.0.0.1:1/x.dtd\"><%s/>".formatted(root, root),
            "<!DOCTYPE %s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><%s a=\"&b;\"/>"
                .formatted(root, root),
            "<%s>&e;</%s>".formatted(root, root),
            "<%s a=\"&e;\"/>".formatted(root));
    for (String content : contents) {
      for (byte[] bytes : List.of(content.getBytes(UTF_8), content.getBytes(UTF_16))) {
        MadeWorkbook book =
            new MadeWorkbook().sheet("A", ROW).texts(out -> out.write("")).styles("");
        Path file = book.part(part, "").write(folder.resolve("f.xlsx"));
        assertThat(refusal(withPart(file, part, bytes)).code())
            .as(content)
            .isEqualTo(RejectCode.WORKBOOK_DAMAGED);
      }
    }
  }

  static Stream<String> floods() {
    return Stream.of(
        "<a>".repeat(300) + "</a>".repeat(300),
        "<" + "a".repeat(300) + "/>",
        "<" + "a".repeat(2 << 20) + "/>",
        "<row x=\"" + "a".repeat(2 << 20) + "\"/>",
        "<row x='" + ">".repeat(2 << 20) + "'/>",
        "<!--" + "> <".repeat(1 << 20) + "-->",
        "<![CDATA[" + "]>".repeat(1 << 20) + "]]>",
        "<?a " + "<>".repeat(1 << 20) + "?>",
        "<row " + numbered(" a%d=\"\"", 300) + "/>",
        numbered("<a%d/>", 6000),
        numbered("<a a%d=\"\"/>", 6000),
        numbered("<a xmlns=\"urn:%d\"/>", 6000),
        numbered("<a xmlns:a%d=\"u\"/>", 6000),
        numbered("<?a%d ?>", 6000));
  }

  @ParameterizedTest
  @MethodSource("floods")
  void whatAParserWouldCollectIsBounded(String rows) throws IOException {
    assertThat(refusal(new MadeWorkbook().sheet("A", rows)).code())
        .isIn(RejectCode.WORKBOOK_TOO_LARGE, RejectCode.WORKBOOK_DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"0\"/>",
        "<row r=\"-1\"/>",
        "<row r=\"x\"/>",
        "<row r=\"1048577\"/>",
        "<row r=\"99999999999999999999\"/>",
        "<row r=\"1048576\"/><row/>",
        "<row r=\"2\"/><row r=\"2\"/>",
        "<row r=\"2\"/><row r=\"1\"/>",
        "<row r=\"1\"><c r=\"A2\"/></row>",
        "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"XFE1\"/></row>",
        "<row r=\"1\"><c r=\"ZZZZZZ1\"/></row>",
        "<row r=\"1\"><c r=\"1\"/></row>",
        "<row r=\"1\"><c r=\"A\"/></row>",
        "<row r=\"1\"><c r=\"\"/></row>",
        "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>",
        "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c t=\"s\"><v>x</v></c></row>",
        "<row r=\"1\"><c>",
        "</sheetData><x>",
        "\u0001",
        "<row a=\"1\" a=\"2\"/>",
        "<row r=\"1\"/></row>",
        "<y:row/>"
      })
  void whatNoProgramWritesIsRefused(String rows) throws IOException {
    assertThat(refusal(new MadeWorkbook().sheet("A", rows)).code())
        .isEqualTo(RejectCode.WORKBOOK_DAMAGED);
  }

  @Test
  void whatStandsAfterTheRowsMustBeWholeToo() throws IOException {
    RawZip zip = frame();
    zip.add("xl/s.xml", "<worksheet><sheetData>" + ROW + "</sheetData><mergeCells>");

    assertThat(refusal(zip).code()).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
  }

  @Test
  void endlessRowsAndCellsAreCountedNotKept() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .sheet(
                "A",
                "<row r=\"1\">%s</row><row r=\"2\"><c r=\"A2\"><v>7</v></c></row>"
                    .formatted("<c><v>1</v></c>".repeat(16_384)));

    List<TableRow> rows = rows(book.write(folder.resolve("f.xlsx")));

    assertThat(rows.get(0).problem())
        .isEqualTo(new Reject(1, RejectCode.FIELD_COUNT, "", "16384", "256"));
    assertThat(rows.get(1).raw()).isEqualTo("7");
  }

  @Test
  void listsThatNeverEndAreRefused() throws IOException {
    MadeWorkbook sheets = new MadeWorkbook();
    for (int i = 0; i < 1001; i++) {
      sheets.sheet("S" + i, "");
    }
    MadeWorkbook relations = new MadeWorkbook().sheet("A", ROW);
    for (int i = 0; i < 10_001; i++) {
      relations.relation("image", "x", "image" + i);
    }
    String formats = numbered("<numFmt numFmtId=\"%d\" formatCode=\"0\"/>", 10_001);
    MadeWorkbook numberFormats =
        new MadeWorkbook().sheet("A", ROW).styles("<numFmts>" + formats + "</numFmts>");
    MadeWorkbook styles =
        new MadeWorkbook()
            .sheet("A", ROW)
            .styles("<cellXfs>" + "<xf/>".repeat(100_001) + "</cellXfs>");

    for (MadeWorkbook book : List.of(sheets, relations, numberFormats, styles)) {
      assertThat(refusal(book).code()).isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
    }
  }

  @Test
  void namesOfSheetsAreOnlyNames() throws IOException {
    MadeWorkbook book = new MadeWorkbook().sheet("../=cmd|' /C calc'!A0", ROW);
    Path file = book.write(folder.resolve("=1+1.xlsx"));

    try (XlsxSource source = XlsxSource.open(file, "")) {
      assertThat(source.sheet()).isEqualTo("../=cmd|' /C calc'!A0");
    }
    assertThat(refusal(new MadeWorkbook().sheet("A", ROW).sheet("a", "")).code())
        .isEqualTo(RejectCode.WORKBOOK_DAMAGED);
  }

  private static String rootOf(String part) {
    return part.contains("sheet1")
        ? "worksheet"
        : part.contains("styles") ? "styleSheet" : part.contains("shared") ? "sst" : "workbook";
  }
}
