package org.caisse.readers.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.config.format.FileKind;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.workbook.MadeWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that come as workbooks, with numbers and days as spreadsheets store them. */
class WorkbooksTest {

  private static final String DAYS =
      """
      <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>\
      <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>\
      """;

  @TempDir private Path folder;

  @Test
  void beninAsItIsSentByMail() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .styles(DAYS)
            .sheet(
                "Feuil1",
                row(1, text("82315204"), number("2"), number("2026"), number("2"), number("430000"))
                    + row(
                        2,
                        number("1"),
                        number("10203040506"),
                        text("ADJOVI"),
                        text("Codjo"),
                        day("42156"),
                        "",
                        number("30"),
                        number("250000"))
                    + row(
                        4,
                        number("2"),
                        text("10203040507"),
                        text("HOUNSOU"),
                        text("Afi"),
                        text("10/02/2026"),
                        "",
                        text("19"),
                        text("160 000"),
                        number("2E4")));

    Door.Result result = read(new Door(folder), "liste.xlsx", book);

    assertThat(result.lines())
        .containsExactly(
            "D;82315204;2026-02;original;1;2;;;;;;430000",
            "L;82315204;2026-02;;;;10203040506;ADJOVI Codjo;2015-06-01;;;250000",
            "L;82315204;2026-02;;;;10203040507;HOUNSOU Afi;2026-02-10;;19;180000");
    assertThat(result.sources()).element(2).asString().startsWith("4: 2;10203040507;HOUNSOU");
    assertThat(result.recognition())
        .extracting(Recognition::form, Recognition::format, Recognition::sheet)
        .containsExactly(FileForm.XLSX, "bj-cnss", "Feuil1");
  }

  @Test
  void theSheetThatFitsIsRead() throws IOException {
    String list =
        row(1, text("Employeur"), text("Période"), text("Assuré"), text("Brut"))
            + row(2, text("E1"), day("46054"), text("P1"), number("150000.5"))
            + row(3, text("E1"), text("2026-02"), number("1.23456789012346E+18"), number("1"));
    MadeWorkbook book =
        new MadeWorkbook()
            .styles(DAYS)
            .sheet("Notes", row(1, text("à faire"), text("plus tard")))
            .sheet("Paie", list);

    Door.Result result = read(new Door(folder), "paie.xlsx", book);

    assertThat(result.recognition().sheet()).isEqualTo("Paie");
    assertThat(result.lines())
        .startsWith("D;E1;2026-02;original;1;2;;;;;;1")
        .contains("L;E1;2026-02;;;;P1;;;;;150000.5")
        .last()
        .asString()
        .contains(";1;DIGITS_LOST;person;");
    assertThat(result.remarks()).contains("received.sheet[Paie]");
  }

  @Test
  void twoSheetsThatFitAreAQuestionThatTheMappingAnswers() throws IOException {
    String list =
        row(1, text("Employeur"), text("Période"), text("Assuré"), text("Brut"))
            + row(2, text("E1"), text("2026-02"), text("P1"), number("100"));
    MadeWorkbook book =
        new MadeWorkbook().sheet("Février", list).sheet("Mars", list.replace("2026-02", "2026-03"));

    assertThat(read(new Door(folder), "paie.xlsx", book).question())
        .isEqualTo(new Question(RejectCode.SHEET_UNDECIDED, 1, "", "Février, Mars", "sheet: …"));

    Door mapped =
        new Door(folder)
            .with(
                "x",
                """
                kind: declaration
                files: ["paie*"]
                sheet: mars
                """);
    assertThat(read(mapped, "paie.xlsx", book).lines())
        .containsExactly("D;E1;2026-03;original;1;1;;;;;;100", "L;E1;2026-03;;;;P1;;;;;100");
  }

  private Door.Result read(Door door, String name, MadeWorkbook book) throws IOException {
    Path file = book.write(folder.resolve("book.xlsx"));
    return door.bytes(name, FileKind.DECLARATION, Files.readAllBytes(file));
  }

  private static String row(int number, String... cells) {
    StringBuilder xml = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        xml.append(cells[i].formatted("" + (char) ('A' + i) + number));
      }
    }
    return xml.append("</row>").toString();
  }

  private static String text(String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String number(String value) {
    return "<c r=\"%s\"><v>" + value + "</v></c>";
  }

  private static String day(String serial) {
    return "<c r=\"%s\" s=\"1\"><v>" + serial + "</v></c>";
  }
}
