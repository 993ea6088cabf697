package org.caisse.writers.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.caisse.config.text.Language;
import org.caisse.domain.money.Currency;
import org.caisse.domain.run.FailPoint;
import org.caisse.writers.file.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookFileTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
  private static final SheetLayout PAY =
      new SheetLayout(
          "Paie",
          List.of(),
          List.of(
              new SheetColumn("Nom", CellKind.TEXT, 20),
              new SheetColumn("Ligne", CellKind.ORDINAL, 8),
              new SheetColumn("Personnes", CellKind.COUNT, 10),
              new SheetColumn("Montant", CellKind.AMOUNT, 14),
              new SheetColumn("Reçu le", CellKind.DAY, 12)),
          true,
          true);

  @TempDir Path folder;

  private static WorkbookHead head(Language language, Currency currency) {
    return new WorkbookHead(
        "Caisse A & B", "Paie de février 2026", "ETAT-2026-000001", "", DAY, language, currency);
  }

  private WrittenFile write(String name, WorkbookFile.Content content) throws IOException {
    return write(name, Currency.XOF, content);
  }

  private WrittenFile write(String name, Currency currency, WorkbookFile.Content content)
      throws IOException {
    return WorkbookFile.write(
        folder.resolve(name), FailPoint.NONE, head(Language.FR, currency), content);
  }

  private static void two(WorkbookFile book) throws IOException {
    Sheet sheet = book.sheet(PAY);
    sheet.text("OUEDRAOGO Awa").ordinal(7).count(1_200).amount(1_500_000).day(DAY).endRow();
    sheet.text("SAWADOGO <Ali> & fils").empty(2).amount(-5).toCorrect().endRow();
    sheet.text("Total").empty(2).amount(1_499_995).endTotal();
  }

  /** A part of the workbook, as text. */
  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  /** How a cell is shown. */
  private static String format(Path file, String cell) {
    try {
      String style =
          found(part(file, "xl/worksheets/sheet1.xml"), "r=\"" + cell + "\" s=\"(\\d+)\"");
      String styles = part(file, "xl/styles.xml");
      String forms = styles.substring(styles.indexOf("<cellXfs"));
      Matcher form = Pattern.compile("<xf numFmtId=\"(\\d+)\"").matcher(forms);
      for (int i = 0; i <= Integer.parseInt(style); i++) {
        assertThat(form.find()).isTrue();
      }
      return found(styles, "numFmtId=\"" + form.group(1) + "\" formatCode=\"([^\"]*)\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  @Test
  void anotherLibraryReadsTextsNumbersAndDays() throws IOException {
    Path file = write("pay.xlsx", WorkbookFileTest::two).path();

    assertThat(ReadBack.rows(file, "Paie"))
        .containsExactly(
            List.of("Nom", "Ligne", "Personnes", "Montant", "Reçu le"),
            List.of(
                "OUEDRAOGO Awa",
                BigDecimal.valueOf(7),
                BigDecimal.valueOf(1_200),
                BigDecimal.valueOf(1_500_000),
                BigDecimal.valueOf(46_092)),
            Arrays.asList("SAWADOGO <Ali> & fils", null, null, BigDecimal.valueOf(-5), null),
            Arrays.asList("Total", null, null, BigDecimal.valueOf(1_499_995), null));
    assertThat(ReadBack.cells(file, "Paie", 1).get(4).asDate().toLocalDate()).isEqualTo(DAY);
    assertThat(Stream.of("A2", "B2", "C2", "D2", "E2").map(cell -> format(file, cell)))
        .containsExactly("@", "0", "#,##0", "#,##0", "dd/mm/yyyy");
  }

  @Test
  void amountsHaveTheDecimalsOfTheCurrencyAndLoseNone() throws IOException {
    Path file =
        write(
                "dirham.xlsx",
                new Currency("MAD", 2),
                book -> {
                  Sheet sheet = book.sheet(PAY);
                  sheet.text("a").empty(2).amount(123_450).endRow();
                  sheet.text("b").empty(2).amount(5).endRow();
                  sheet.text("c").empty(2).amount(1_234_567_890_123_456L).endRow();
                })
            .path();

    assertThat(ReadBack.rows(file, "Paie"))
        .extracting(row -> row.get(3))
        .containsExactly(
            "Montant", new BigDecimal("1234.50"), new BigDecimal("0.05"), "12345678901234.56");
    assertThat(format(file, "D2")).isEqualTo("#,##0.00");
  }

  @Test
  void theHashOfTheContentIsThatOfWhatIsRead() throws IOException {
    WrittenFile file = write("pay.xlsx", WorkbookFileTest::two);

    assertThat(file.contentSha256()).isEqualTo(ReadBack.contentSha256(file.path()));
    WrittenFile other =
        write("other.xlsx", book -> book.sheet(PAY).text("OUEDRAOGO Awa").ordinal(8).endRow());
    assertThat(other.contentSha256())
        .isEqualTo(ReadBack.contentSha256(other.path()))
        .isNotEqualTo(file.contentSha256());
  }

  @Test
  void theSameContentGivesTheSameBytesAtAnyTimeInAnyZone() throws IOException {
    byte[] first = Files.readAllBytes(write("one.xlsx", WorkbookFileTest::two).path());
    TimeZone usual = TimeZone.getDefault();
    try {
      for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(write("two.xlsx", WorkbookFileTest::two).path()).hasBinaryContent(first);
      }
    } finally {
      TimeZone.setDefault(usual);
    }
    assertThat(part(folder.resolve("one.xlsx"), "docProps/core.xml"))
        .contains(">2026-03-11T00:00:00Z</dcterms:created>");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whoeverReadsItAsAStreamFindsEveryPart() throws IOException {
    Path file = write("pay.xlsx", WorkbookFileTest::two).path();
    int parts = 0;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(zip.readAllBytes()).as(entry.getName()).isNotEmpty();
        parts++;
      }
    }
    assertThat(parts).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+226 70 00 00 00",
        "-5",
        "@SUM(A1)",
        "'quoted",
        "00012",
        "1E5",
        "  spaces at both ends ",
        "two  spaces",
        "line\nbreak",
        "tab\tin it",
        "\tfirst",
        "<b>&amp;</b>",
        "École d’Étè \uD83D\uDE00"
      })
  void textIsKeptAsItIsAndIsNeverAFormula(String text) throws IOException {
    Path file = write("text.xlsx", book -> book.sheet(PAY).text(text).endRow()).path();

    assertThat(ReadBack.rows(file, "Paie").get(1).getFirst()).isEqualTo(text);
    assertThat(format(file, "A2")).isEqualTo("@");
    assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
  }

  @Test
  void whatXmlCannotHoldIsSeenAndWhatLooksLikeAnEscapeIsNone() throws IOException {
    Path file =
        write(
                "odd.xlsx",
                book -> {
                  Sheet sheet = book.sheet(PAY);
                  sheet.text("bell\u0007 alone\uD800 \uFFFE").endRow();
                  sheet.text("_x0041_").endRow();
                  sheet.text("x".repeat(40_000)).endRow();
                })
            .path();

    assertThat(ReadBack.rows(file, "Paie").get(1).getFirst())
        .isEqualTo("bell\uFFFD alone\uFFFD \uFFFD");
    assertThat(part(file, "xl/worksheets/sheet1.xml")).contains(">_x005F_x0041_<");
    assertThat((String) ReadBack.rows(file, "Paie").get(3).getFirst())
        .hasSize(16_384)
        .endsWith("x…");
  }

  @Test
  void aFullSheetGoesOnInTheNextUnderTheSameTitles() throws IOException {
    SheetLayout layout = new SheetLayout("Liste", List.of("Paie"), PAY.columns(), false, true);
    WrittenFile file =
        WorkbookFile.write(
            folder.resolve("split.xlsx"),
            FailPoint.NONE,
            head(Language.EN, Currency.XOF),
            book -> {
              Sheet sheet = book.sheet(layout);
              for (int i = 1; i <= 16; i++) {
                sheet.text("row " + i).endRow();
              }
            },
            10);

    Map<String, List<List<Object>>> sheets = ReadBack.sheets(file.path());
    assertThat(sheets.keySet()).containsExactly("Liste", "Liste 2");
    assertThat(sheets.get("Liste")).hasSize(10);
    assertThat(sheets.get("Liste 2")).hasSize(10);
    assertThat(sheets.values())
        .allSatisfy(
            rows -> {
              assertThat(rows.get(0).getFirst()).isEqualTo("Paie");
              assertThat(rows.get(1)).startsWith("Nom", "Ligne");
            });
    assertThat(sheets.get("Liste").getLast().getFirst()).isEqualTo("row 8");
    assertThat(sheets.get("Liste 2").get(2).getFirst()).isEqualTo("row 9");
    assertThat(file.contentSha256()).isEqualTo(ReadBack.contentSha256(file.path()));
  }

  @Test
  void aSheetIsFrozenFilteredAndPrintable() throws IOException {
    Path file = write("pay.xlsx", WorkbookFileTest::two).path();

    assertThat(part(file, "xl/worksheets/sheet1.xml"))
        .contains("ySplit=\"1\"", "state=\"frozen\"")
        .contains("<autoFilter ref=\"A1:E3\">")
        .contains("fitToPage=\"true\"", "fitToWidth=\"1\"", "fitToHeight=\"0\"")
        .contains("orientation=\"landscape\"", "paperSize=\"9\"")
        .contains("Caisse A &amp;&amp; B", "&amp;P / &amp;N", "ETAT-2026-000001");
    assertThat(part(file, "xl/workbook.xml")).contains("_xlnm.Print_Titles", "'Paie'!$1:$1");
  }

  @Test
  void aCellToCorrectIsFilled() throws IOException {
    Path file = write("pay.xlsx", WorkbookFileTest::two).path();

    assertThat(part(file, "xl/styles.xml")).contains("FFE699");
  }

  @Test
  void aWorkbookThatFailsLeavesNothing() {
    assertThatThrownBy(
            () ->
                write(
                    "broken.xlsx",
                    book -> {
                      book.sheet(PAY).text("one").endRow();
                      throw new IllegalStateException("the ledger does not tie");
                    }))
        .hasMessage("the ledger does not tie");
    assertThatThrownBy(() -> write("empty.xlsx", book -> {})).hasMessageContaining("has no sheet");
    assertThat(folder).isEmptyDirectory();
  }

  /** What the other process runs: 500,000 rows of ten cells. */
  static final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
      SheetLayout layout =
          new SheetLayout(
              "Lignes",
              List.of(),
              Collections.nCopies(10, new SheetColumn("C", CellKind.TEXT, 12)),
              true,
              true);
      WorkbookFile.write(
          Path.of(args[0]),
          FailPoint.NONE,
          head(Language.FR, Currency.XOF),
          book -> {
            Sheet sheet = book.sheet(layout);
            for (int row = 0; row < 500_000; row++) {
              for (int column = 0; column < 10; column++) {
                sheet.text("E" + (row * 10 + column));
              }
              sheet.endRow();
            }
          });
    }
  }

  @Test
  void halfAMillionRowsFitASmallHeap() throws IOException, InterruptedException {
    Path file = folder.resolve("large.xlsx");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    Main.class.getName(),
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry sheet = zip.getEntry("xl/worksheets/sheet1.xml");
      assertThat(sheet.getSize()).isGreaterThan(200L << 20);
    }
  }
}
