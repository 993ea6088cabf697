package org.caisse.app.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caisse.config.text.Language;
import org.caisse.domain.money.Currency;
import org.caisse.domain.run.FailPoint;
import org.caisse.readers.table.Cell;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.XlsxSource;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.SheetColumn;
import org.caisse.writers.workbook.SheetLayout;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbooks that Caisse writes are read by it as what they were written from. */
class WorkbookRoundTripTest {

  private static final int ROWS = 1_500;
  private static final Currency DIRHAM = new Currency("MAD", 2);

  private static final List<String> PIECES =
      List.of(
          "OUEDRAOGO",
          " ",
          "  ",
          "é",
          "É",
          "\uD83D\uDE00",
          "<b>",
          "&amp;",
          "]]>",
          "\"",
          "'",
          ";",
          "=1+1",
          "+33",
          "-",
          "@x",
          "_x000D_",
          "_x005F_",
          "_x",
          "\n",
          "\t",
          "0012",
          "1E5",
          "TRUE",
          "\u00A0",
          "\u202F",
          "…",
          "\u0007",
          "\uFFFF",
          "\uD800",
          "2026-02-10",
          "a".repeat(300));

  private static final SheetLayout LAYOUT =
      new SheetLayout(
          "Liste",
          List.of(),
          List.of(
              new SheetColumn("Texte", CellKind.TEXT, 20),
              new SheetColumn("Nombre", CellKind.COUNT, 10),
              new SheetColumn("Montant", CellKind.AMOUNT, 14),
              new SheetColumn("Jour", CellKind.DAY, 12)),
          true,
          true);

  @TempDir private Path folder;

  /** A row as it is written. */
  private record Row(String text, long count, long amountMinor, LocalDate day) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsRead(long seed) throws IOException {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          new Row(
              text(random),
              random.nextLong() >> (14 + random.nextInt(49)),
              random.nextLong() >> (14 + random.nextInt(49)),
              random.nextInt(5) == 0
                  ? null
                  : LocalDate.of(1900, 3, 1).plusDays(random.nextInt(80_000))));
    }
    Path file = folder.resolve("liste.xlsx");
    WorkbookFile.write(file, FailPoint.NONE, head(), book -> write(book.sheet(LAYOUT), rows));

    try (XlsxSource source = XlsxSource.open(file, "")) {
      assertThat(source.sheet()).isEqualTo("Liste");
      assertThat(source.next().raw()).isEqualTo("Texte;Nombre;Montant;Jour");
      for (Row row : rows) {
        TableRow read = source.next();
        assertThat(read.problem()).isNull();
        assertThat(read.cell(0)).as(row.text).isEqualTo(Cell.of(asRead(row.text)));
        assertThat(read.cell(1)).isEqualTo(new Cell.Decimal(Long.toString(row.count)));
        assertThat(read.cell(2)).isEqualTo(new Cell.Decimal(major(row.amountMinor)));
        assertThat(read.cell(3)).isEqualTo(row.day == null ? Cell.BLANK : new Cell.Day(row.day));
      }
      assertThat(source.next()).isNull();
    }
  }

  private static void write(Sheet sheet, List<Row> rows) throws IOException {
    for (Row row : rows) {
      sheet.text(row.text).count(row.count).amount(row.amountMinor).day(row.day).endRow();
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(6); n > 0; n--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** A line of a reader has no line breaks, and no workbook has what XML cannot hold. */
  private static String asRead(String text) {
    StringBuilder read = new StringBuilder();
    text.codePoints()
        .map(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0xFFFF || c == 0xD800 ? 0xFFFD : c)
        .forEach(read::appendCodePoint);
    return read.toString().replaceAll("[\n\t]+", " ");
  }

  private static String major(long minor) {
    String digits = "%03d".formatted(Math.abs(minor));
    int point = digits.length() - DIRHAM.decimals();
    String decimals = digits.substring(point).replaceFirst("0+$", "");
    return (minor < 0 ? "-" : "")
        + digits.substring(0, point)
        + (decimals.isEmpty() ? "" : "." + decimals);
  }

  private static WorkbookHead head() {
    return new WorkbookHead(
        "Caisse", "Liste", "L-1", "", LocalDate.of(2026, 3, 11), Language.FR, DIRHAM);
  }
}
