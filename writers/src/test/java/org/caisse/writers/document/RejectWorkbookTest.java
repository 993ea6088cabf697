package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.caisse.config.text.Language;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.domain.run.FailPoint;
import org.caisse.writers.document.RejectedLine.Columns;
import org.caisse.writers.document.RejectedLine.Scope;
import org.caisse.writers.workbook.ReadBack;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reject file as a workbook, against the CSV of the same rows. */
class RejectWorkbookTest {

  private static final LocalDate ISSUED = LocalDate.of(2026, 3, 9);
  private static final int GROSS = 17;
  private static final int DAYS = 16;

  @TempDir private Path folder;

  private static RejectedLine line(RejectCode code, String value, Columns columns) {
    return new RejectedLine(
        "paie.csv", new Reject(4, code, "brut", value), false, Scope.LINE, columns, "=raw;1");
  }

  private static Columns columns(String days, String gross) {
    return new Columns("E1", "2026-02", "1", "00017", "-AWA", "", "2026-02-20", days, gross);
  }

  /** Writes both forms; the book is {@code book.xlsx}. */
  private byte[] written(RejectForm.Kind kind, Letterhead letterhead, RejectedLine... lines)
      throws IOException {
    WorkbookHead head = new WorkbookTitles(letterhead, ISSUED).rejects(kind, "2026-03-09/x-1");
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    Files.deleteIfExists(folder.resolve("book.xlsx"));
    WorkbookFile.write(
        folder.resolve("book.xlsx"),
        FailPoint.NONE,
        head,
        book -> {
          RejectForm form = RejectForm.of(kind, csv, book, head, letterhead);
          for (RejectedLine line : lines) {
            if (kind == RejectForm.Kind.REGISTRY) {
              form.append(line.fileName(), line.reject(), line.raw());
            } else {
              form.append(line);
            }
          }
          form.finish();
        });
    return csv.toByteArray();
  }

  private List<List<Object>> rows(String sheet) {
    return ReadBack.rows(folder.resolve("book.xlsx"), sheet);
  }

  private String part(String name) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("book.xlsx").toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void bothFormsHaveTheSameColumnsAndSayTheSame() throws IOException {
    for (Letterhead letterhead : List.of(Samples.FR, Samples.EN)) {
      for (RejectForm.Kind kind : RejectForm.Kind.values()) {
        List<List<String>> csv =
            Samples.rows(
                written(
                    kind,
                    letterhead,
                    line(RejectCode.GROSS_UNREADABLE, "NEANT", columns("", "NEANT")),
                    line(RejectCode.DAYS_INVALID, "35", columns("35", "150000"))));
        List<List<Object>> book = rows(letterhead.language() == Language.FR ? "Rejets" : "Rejects");
        assertThat(book).hasSameSizeAs(csv);
        for (int i = 0; i < csv.size(); i++) {
          assertThat(texts(book.get(i), csv.get(i).size()))
              .isEqualTo(csv.get(i).stream().map(RejectWorkbookTest::asWritten).toList());
        }
      }
    }
  }

  /** Before text that a spreadsheet would execute, the CSV has an apostrophe. */
  private static String asWritten(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  private static List<String> texts(List<Object> row, int columns) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      Object value = i < row.size() ? row.get(i) : null;
      texts.add(value == null ? "" : value.toString());
    }
    return texts;
  }

  @Test
  void theTitlesAreTheFirstRowSoThatTheFileCanBeSentBack() throws IOException {
    written(
        RejectForm.Kind.DECLARATIONS,
        Samples.letterhead(Language.FR, false),
        line(RejectCode.GROSS_UNREADABLE, "NEANT", columns("28", "NEANT")));
    assertThat(rows("Rejets").getFirst())
        .containsExactly(
            "Fichier",
            "Ligne",
            "Code",
            "Champ",
            "Valeur",
            "Attendu",
            "Motif",
            "Que faire",
            "À renvoyer",
            "Employeur",
            "Période",
            "Numéro d’ordre",
            "Assuré",
            "Nom",
            "Entrée",
            "Sortie",
            "Jours",
            "Salaire brut",
            "Ligne d’origine");
    assertThat(rows("Rejets").get(1))
        .startsWith("paie.csv", new BigDecimal(4), "304 GROSS_UNREADABLE", "brut", "NEANT")
        .containsSubsequence("ligne", "E1", "2026-02", BigDecimal.ONE, "00017", "-AWA")
        .endsWith("=raw;1");
  }

  @Test
  void numbersAreNumbersWhereNothingOfTheirTextIsLost() throws IOException {
    Letterhead dirham =
        new Letterhead("CNSS", Letterhead.Mark.NONE, Language.FR, new Currency("MAD", 2));
    RejectCode code = RejectCode.PERSON_UNKNOWN;
    written(
        RejectForm.Kind.DECLARATIONS,
        dirham,
        line(code, "", columns("28", "1500.50")),
        line(code, "", columns("028", "1500.505")),
        line(code, "", columns("2,5", "1 500")),
        line(code, "", columns("", "9999999999999999")),
        line(code, "", columns("", "-12")));
    assertThat(part("xl/styles.xml"))
        .as("without grouping, so that no mark is left when it is saved as text")
        .contains("formatCode=\"0.00\"")
        .doesNotContain("#,##0");
    assertThat(rows("Rejets").subList(1, 6))
        .extracting(row -> row.get(DAYS), row -> row.get(GROSS))
        .containsExactly(
            tuple(new BigDecimal(28), new BigDecimal("1500.50")),
            tuple("028", "1500.505"),
            tuple("2,5", "1 500"),
            tuple(null, "9999999999999999"),
            tuple(null, new BigDecimal("-12.00")));
  }

  @Test
  void itIsPrintedOnPagesBesideEachOtherAndMadeOnTheBusinessDate() throws IOException {
    byte[] first =
        written(
            RejectForm.Kind.DECLARATIONS,
            Samples.FR,
            line(RejectCode.DAYS_INVALID, "35", columns("35", "1")));
    assertThat(part("docProps/core.xml")).contains("2026-03-09T00:00:00Z");
    assertThat(part("xl/worksheets/sheet1.xml"))
        .contains("fitToWidth=\"2\"", "landscape", "<autoFilter", "EXEMPLE");
    assertThat(part("xl/workbook.xml")).contains("$A:$B", "$1:$1");
    byte[] book = Files.readAllBytes(folder.resolve("book.xlsx"));
    assertThat(
            written(
                RejectForm.Kind.DECLARATIONS,
                Samples.FR,
                line(RejectCode.DAYS_INVALID, "35", columns("35", "1"))))
        .isEqualTo(first);
    assertThat(Files.readAllBytes(folder.resolve("book.xlsx"))).isEqualTo(book);
  }

  @Test
  void theRegistrysIsOnePageWideAndHasNoColumnsOfALine() throws IOException {
    written(RejectForm.Kind.REGISTRY, Samples.EN, line(RejectCode.OGD_UNKNOWN, "X", Columns.NONE));
    assertThat(rows("Rejects").getFirst())
        .endsWith("What", "What to do", "EXAMPLE", "Original line")
        .hasSize(10);
    assertThat(part("xl/worksheets/sheet1.xml")).contains("fitToWidth=\"1\"");
  }
}
