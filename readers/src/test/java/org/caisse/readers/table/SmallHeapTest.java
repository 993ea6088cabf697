package org.caisse.readers.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.caisse.readers.workbook.MadeWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workbooks in a heap that is smaller than what is in them. {@code -Dcaisse.workbook.rows} makes
 * them larger; the heap stays the same.
 */
class SmallHeapTest {

  private static final int ROWS = Integer.getInteger("caisse.workbook.rows", 50_000);
  private static final String HEAP = "-Xmx16m";
  private static final int TEXT = 400;

  @TempDir private Path folder;

  @Test
  void manyRowsAndManyTexts() throws Exception {
    MadeWorkbook book =
        new MadeWorkbook()
            .texts(
                out -> {
                  Random random = new Random(1);
                  StringBuilder text = new StringBuilder();
                  for (int i = 0; i < ROWS; i++) {
                    text.setLength(0);
                    for (int n = 0; n < TEXT; n++) {
                      text.append((char) ('a' + random.nextInt(26)));
                    }
                    out.write("<si><t>" + text + "</t></si>");
                  }
                })
            .sheet(
                "Feuil1",
                "",
                out -> {
                  for (int i = 1; i <= ROWS; i++) {
                    int text = (int) (i * 7919L % ROWS);
                    out.write(
                        "<row r=\"%d\"><c r=\"A%d\" t=\"s\"><v>%d</v></c>".formatted(i, i, text));
                    out.write("<c r=\"B%d\"><v>123456</v></c><c r=\"C%d\"/></row>".formatted(i, i));
                  }
                });

    assertThat(read(book))
        .isEqualTo("%d rows, 0 refused, %d characters".formatted(ROWS, ROWS * (TEXT + 6L)));
  }

  @Test
  void oneTextOfManyMegabytes() throws Exception {
    MadeWorkbook.Part text =
        out -> {
          Random random = new Random(2);
          for (int i = 0; i < 400 * ROWS; i++) {
            out.write('a' + random.nextInt(26));
          }
        };
    MadeWorkbook inCell =
        new MadeWorkbook()
            .sheet(
                "Feuil1",
                "",
                out -> {
                  out.write("<row><c t=\"inlineStr\"><is><t>");
                  text.write(out);
                  out.write("</t></is></c></row><row><c><v>1</v></c></row>");
                });
    MadeWorkbook betweenCells = new MadeWorkbook().sheet("Feuil1", "", text);

    assertThat(read(inCell)).isEqualTo("2 rows, 1 refused, 1 characters");
    assertThat(read(betweenCells)).isEqualTo("0 rows, 0 refused, 0 characters");
  }

  private String read(MadeWorkbook book) throws IOException, InterruptedException {
    Path file = book.write(folder.resolve("f.xlsx"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReadWorkbook.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
