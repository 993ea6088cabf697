package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.caisse.domain.run.FailPoint;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.XlsxSource;
import org.caisse.readers.workbook.WorkbookContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbooks of a month say what the files beside them say. */
class WorkbooksTieTest {

  private static Path outbox(int seq) {
    return LoadedFund.undisturbed()
        .workspace()
        .outbox()
        .resolve("2026-02/contribution-assessment-" + seq);
  }

  /** The rows of a sheet below its titles, cells as text. */
  private static List<List<String>> rows(Path file, String sheet) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (XlsxSource source = XlsxSource.open(file, sheet)) {
      for (TableRow row = source.next(); row != null; row = source.next()) {
        rows.add(row.cells().stream().map(cell -> cell.text()).toList());
      }
    }
    int titles = 0;
    while (rows.get(titles).size() < 3) {
      titles++;
    }
    return rows.subList(titles + 1, rows.size());
  }

  /** The rows of a CSV whose fields have neither separators nor breaks, quotes left out. */
  private static List<List<String>> csv(String text) {
    return text.lines().map(line -> List.of(line.replace("\"", "").split(";", -1))).toList();
  }

  private static BigDecimal sum(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> column < row.size() ? row.get(column) : "")
        .filter(Predicate.not(String::isEmpty))
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of the statements in the zip, the rows with a label. */
  private static List<List<String>> statements(Path zip, String label) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().filter(e -> e.getName().endsWith(".csv")).toList()) {
        byte[] content = file.getInputStream(entry).readAllBytes();
        csv(new String(content, StandardCharsets.UTF_8)).stream()
            .filter(row -> row.get(5).equals(label))
            .forEach(rows::add);
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void bodiesAndStateAreToldTheSameInBothForms(int seq) throws IOException {
    for (String ogd : List.of("CARFO", "CNSS", "MUTUELLES")) {
      List<String> total =
          csv(Files.readString(outbox(seq).resolve("ogd-" + ogd + "-2026-02.csv"))).getLast();
      List<List<String>> sheet = rows(outbox(seq).resolve("ogd-" + ogd + "-2026-02.xlsx"), "");
      assertThat(sheet.getLast().subList(4, 11)).as(ogd).isEqualTo(total.subList(8, 15));
      for (int column = 4; column < 11; column++) {
        assertThat(sum(sheet.subList(0, sheet.size() - 1), column))
            .as(ogd + " " + column)
            .isEqualByComparingTo(sheet.getLast().get(column));
      }
      assertThat(sheet).as(ogd).hasSize(Integer.parseInt(total.getLast()) + 1);
    }
    List<String> total = csv(Files.readString(outbox(seq).resolve("state-2026-02.csv"))).getLast();
    List<String> sheet = rows(outbox(seq).resolve("state-2026-02.xlsx"), "").getLast();
    assertThat(sheet.subList(3, 5)).containsExactly(total.get(8), total.get(11));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void listsOfNoticesAndStatementsAreThoseOfTheEmployers(int seq) throws IOException {
    Path zip = outbox(seq).resolve("employers-2026-02.zip");
    List<List<String>> notices = rows(outbox(seq).resolve("notices-2026-02.xlsx"), "");
    List<List<String>> lines = rows(outbox(seq).resolve("statements-2026-02.xlsx"), "");
    long pages;
    try (ZipFile file = new ZipFile(zip.toFile())) {
      pages = file.stream().filter(entry -> entry.getName().endsWith(".html")).count();
    }
    assertThat(notices).hasSize((int) pages + 1);
    assertThat(notices.getLast().get(15))
        .isEqualTo(sum(statements(zip, "Dont avis d’appel"), 9).toPlainString());
    List<List<String>> movements = statements(zip, "Total des mouvements");
    assertThat(lines.getLast().get(8)).isEqualTo(sum(movements, 7).toPlainString());
    assertThat(lines.getLast().get(9)).isEqualTo(sum(movements, 8).toPlainString());
    assertThat(lines.getLast().get(10))
        .isEqualTo(sum(statements(zip, "Solde de clôture"), 9).toPlainString());
    assertThat(sum(lines.subList(0, lines.size() - 1), 8))
        .isEqualByComparingTo(lines.getLast().get(8));
  }

  @Test
  void theSilentAreTheSameInBothForms() throws IOException {
    List<List<String>> csv = csv(Files.readString(outbox(2).resolve("missing-2026-02.csv")));
    assertThat(rows(outbox(2).resolve("missing-2026-02.xlsx"), ""))
        .isNotEmpty()
        .extracting(row -> row.subList(0, 4))
        .isEqualTo(csv.subList(1, csv.size()).stream().map(row -> row.subList(0, 4)).toList());
  }

  @Test
  void everyWorkbookHasTheContentThatItsRunRecorded() throws IOException {
    LoadedFund fund = LoadedFund.undisturbed();
    List<String> recorded =
        fund.sql()
            .sql(
                "SELECT scope || '/' || job || '-' || seq || '/' || name || ' ' || content_sha256"
                    + " FROM output JOIN run USING (run_id) WHERE name LIKE '%.xlsx' ORDER BY 1")
            .query(String.class)
            .list();
    Path outbox = fund.workspace().outbox();
    try (Stream<Path> files = Files.walk(outbox)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".xlsx"))
                  .map(file -> outbox.relativize(file) + " " + content(file))
                  .sorted())
          .hasSizeGreaterThan(30)
          .isEqualTo(recorded);
    }
  }

  private static String content(Path file) {
    try {
      return WorkbookContent.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFundThatWantsNoneHasNoneAndItsListOfChecksumsIsPlain(@TempDir Path folder)
      throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Path settings = fund.workspace().settings();
      Files.writeString(settings, Files.readString(settings).replace("xlsx: true", "xlsx: false"));
      assertThat(fund.intake(LoadedFund.FIRST_RECEIPT).exitCode()).isEqualTo(1);
      assertThat(fund.assess(FailPoint.NONE, LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
      assertThat(
              fund.sql()
                  .sql("SELECT name FROM output WHERE place = 'outbox' AND content_sha256 <> ''")
                  .query(String.class)
                  .list())
          .isEmpty();
      try (Stream<Path> files = Files.walk(fund.workspace().outbox())) {
        assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith(".xlsx"));
      }
      byte[] plain =
          Files.readAllBytes(
              fund.workspace()
                  .outbox()
                  .resolve("2026-02/contribution-assessment-1/ogd-CNSS-2026-02.csv"));
      assertThat(plain).isEqualTo(Files.readAllBytes(outbox(1).resolve("ogd-CNSS-2026-02.csv")));
    }
  }
}
