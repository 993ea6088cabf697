package org.caisse.readers.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.workbook.MadeWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets as programs write them. */
class XlsxSourceTest {

  private static final String STYLES =
      """
      <numFmts count="1"><numFmt numFmtId="164" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"><alignment/></xf>\
      <xf numFmtId="164"/></cellXfs>\
      """;

  @TempDir private Path folder;

  @Test
  void cellsOfAllKinds() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .styles(STYLES)
            .texts(
                out ->
                    out.write(
                        """
                        <si><t>NOM</t></si>\
                        <si><r><rPr><b/></rPr><t>OUED</t></r><r><t>RAOGO; "fils" &amp; Cie</t></r>\
                        <rPh sb="0" eb="1"><t>x</t></rPh></si>\
                        <si><t xml:space="preserve"> a_x000D_
                        b </t></si><si/>\
                        """))
            .sheet(
                "Feuil1",
                """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c><c r="E1" t="s"><v>3</v></c></row>
                <row r="3" spans="1:4" hidden="1"><c r="A3"><v>150000.00000000003</v></c><c r="B3" s="1"><v>46063</v></c><c r="C3" s="2"><v>46064</v></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>P0</t></is></c><c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><v>#N/A</v></c><c r="D4" t="d"><v>2026-02-10T00:00:00</v></c></row>
                <row r="5"><c r="A5"><f>A3*2</f><v>300000</v></c><c r="B5" t="str"><f>A1</f><v>NOM</v></c><c r="C5"><f>SUM(A1:A4)</f></c><c r="D5" t="str"><f>B9</f><v></v></c><c r="E5" s="1"><f>B3</f><v>46063</v></c><c r="F5"><f>1+1</f><v/></c></row>
                """);

    List<TableRow> rows = rows(book, "");

    assertThat(rows).extracting(TableRow::rowNo).containsExactly(1, 3, 4, 5);
    assertThat(rows.get(0).cells())
        .containsExactly(
            new Cell.Text("NOM"),
            new Cell.Text("OUEDRAOGO; \"fils\" & Cie"),
            Cell.BLANK,
            new Cell.Text(" a b "));
    assertThat(rows.get(1).cells())
        .containsExactly(
            new Cell.Decimal("150000"),
            new Cell.Day(LocalDate.of(2026, 2, 10)),
            new Cell.Day(LocalDate.of(2026, 2, 11)));
    assertThat(rows.get(2).cells())
        .containsExactly(
            new Cell.Text("P0"),
            new Cell.Text("TRUE"),
            new Cell.Text("#N/A"),
            new Cell.Day(LocalDate.of(2026, 2, 10)));
    assertThat(rows.get(3).cells())
        .containsExactly(
            new Cell.Decimal("300000"),
            new Cell.Text("NOM"),
            new Cell.Text("=SUM(A1:A4)"),
            Cell.BLANK,
            new Cell.Day(LocalDate.of(2026, 2, 10)),
            new Cell.Text("=1+1"));
    assertThat(rows)
        .extracting(TableRow::raw)
        .containsExactly(
            "NOM;\"OUEDRAOGO; \"\"fils\"\" & Cie\";; a b ",
            "150000;2026-02-10;2026-02-11",
            "P0;TRUE;#N/A;2026-02-10",
            "300000;NOM;=SUM(A1:A4);;2026-02-10;=1+1");
  }

  @Test
  void rowsWithoutValuesAreLeftOutAndTheDimensionIsNotBelieved() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .styles(STYLES)
            .sheet("Feuil1", "")
            .part(
                "xl/worksheets/sheet1.xml",
                """
                <worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>\
                <row r="2"/><row r="3"><c r="A3" s="1"/><c r="B3" t="inlineStr"><is><t>  </t></is></c></row>\
                <row r="1048576"><c r="B1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells></worksheet>\
                """);

    assertThat(rows(book, "")).extracting(TableRow::raw).containsExactly("1", ";2");
  }

  @Test
  void referencesMayBeMissing() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .sheet(
                "Feuil1",
                "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r=\"5\"><c><v>3</v></c><c"
                    + " r=\"D5\"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>");

    List<TableRow> rows = rows(book, "");

    assertThat(rows).extracting(TableRow::raw).containsExactly("1;;2", "3;;;4;5", "6");
    assertThat(rows).extracting(TableRow::rowNo).containsExactly(1, 5, 6);
  }

  @Test
  void otherProgramsNameThingsOtherwise() throws IOException {
    Path file = folder.resolve("autre.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("_rels/.rels"));
      zip.write(
          "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/XL/Book.xml\"/></Relationships>"
              .getBytes(UTF_16));
      zip.putNextEntry(new ZipEntry("xl\\book.xml"));
      zip.write(
          "\uFEFF<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:rel=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet name=\"Paie\" sheetId=\"1\" rel:id=\"b\"/></x:sheets></x:workbook>"
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl\\_rels\\book.xml.rels"));
      zip.write(
          "<Relationships><Relationship Id=\"b\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" Target=\"./../xl/sheets/../s.xml\"/></Relationships>"
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/s.xml"));
      zip.write(
          "<x:worksheet xmlns:x=\"urn:x\"><x:sheetData><x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t><![CDATA[a<b]]>c</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    try (XlsxSource source = XlsxSource.open(file, "")) {
      assertThat(source.sheet()).isEqualTo("Paie");
      assertThat(source.next()).isEqualTo(TableRow.of(2, List.of(new Cell.Text("a<bc")), "a<bc"));
      assertThat(source.next()).isNull();
      assertThat(source.next()).isNull();
    }
  }

  @Test
  void daysMayCountFrom1904() throws IOException {
    String row = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44601</v></c></row>";
    for (String since : List.of("date1904=\"1\"", "date1904=\"true\"")) {
      Path file =
          new MadeWorkbook()
              .styles(STYLES)
              .properties(since)
              .sheet("Feuil1", row)
              .write(folder.resolve("f.xlsx"));
      try (XlsxSource source = XlsxSource.open(file, "")) {
        assertThat(source.since1904()).isTrue();
        assertThat(source.next().cell(0)).isEqualTo(new Cell.Day(LocalDate.of(2026, 2, 10)));
      }
    }
  }

  @Test
  void theOnlyVisibleSheetWithValuesIsMeant() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .sheet("Vide", "<row r=\"9\"><c r=\"A9\" s=\"0\"/></row>")
            .sheet("Listes", "hidden", out -> out.write("<row><c><v>1</v></c></row>"))
            .sheet("Secret", "veryHidden", out -> out.write("<row><c><v>2</v></c></row>"))
            .sheet("Paie", "<row><c><v>3</v></c></row>")
            .relation("chartsheet", "chartsheets/sheet1.xml", "rIdChart");

    assertThat(rows(book, "")).extracting(TableRow::raw).containsExactly("3");
    assertThat(rows(book, "listes ")).extracting(TableRow::raw).containsExactly("1");
  }

  @Test
  void whichOfTwoSheetsIsAsked() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .sheet("Janvier", "<row><c><v>1</v></c></row>")
            .sheet("Février", "<row><c><v>2</v></c></row>");

    assertThat(refusal(book, ""))
        .isEqualTo(
            new Reject(1, RejectCode.SHEET_UNDECIDED, "", "Janvier, Février", "sheet: Janvier"));
    assertThat(refusal(book, "Mars"))
        .isEqualTo(
            new Reject(1, RejectCode.SHEET_UNDECIDED, "", "Janvier, Février", "sheet: Mars"));
    assertThat(rows(book, "FÉVRIER")).extracting(TableRow::raw).containsExactly("2");
  }

  @Test
  void aWorkbookWithoutAnyValueHasNoRows() throws IOException {
    assertThat(rows(new MadeWorkbook().sheet("A", "").sheet("B", ""), "")).isEmpty();
    assertThat(refusal(new MadeWorkbook(), "").code()).isEqualTo(RejectCode.SHEET_UNDECIDED);
  }

  @Test
  void aRowThatCannotBeARecordStopsNoOther() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .sheet(
                "Feuil1",
                "",
                out -> {
                  out.write("<row><c t=\"inlineStr\"><is><t>");
                  out.write("a".repeat(40_000));
                  out.write("</t></is></c><c><v>7</v></c></row>");
                  out.write("<row>" + "<c/>".repeat(256) + "<c><v>1</v></c></row>");
                  out.write("<row><c t=\"str\"><v>a_x0000_b</v></c></row>");
                  out.write("<row><c><v>1</v></c></row>");
                });

    List<TableRow> rows = rows(book, "");

    assertThat(rows)
        .extracting(TableRow::problem)
        .containsExactly(
            new Reject(1, RejectCode.LINE_TOO_LONG, "", "16386", "16384"),
            new Reject(2, RejectCode.FIELD_COUNT, "", "257", "256"),
            new Reject(3, RejectCode.LINE_UNREADABLE, "", ""),
            null);
    assertThat(rows.get(2).raw()).isEqualTo("a\uFFFDb");
    assertThat(rows.get(3).raw()).isEqualTo("1");
  }

  private List<TableRow> rows(MadeWorkbook book, String sheet) throws IOException {
    Path file = book.write(folder.resolve("f.xlsx"));
    List<TableRow> rows = new ArrayList<>();
    try (XlsxSource source = XlsxSource.open(file, sheet)) {
      TableRow row;
      while ((row = source.next()) != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Reject refusal(MadeWorkbook book, String sheet) {
    List<Reject> rejects = new ArrayList<>();
    assertThatThrownBy(() -> rows(book, sheet))
        .isInstanceOfSatisfying(UnreadableTableException.class, e -> rejects.add(e.reject()));
    return rejects.getFirst();
  }
}
