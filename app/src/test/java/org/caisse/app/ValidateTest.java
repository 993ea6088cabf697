package org.caisse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a payroll clerk sees who checks a file before sending it: no workspace, no database. */
class ValidateTest {

  private static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aFileInOrderHasNothingToCorrectAndLeavesNoFile() throws IOException {
    Path file =
        file(
            "ok.csv",
            HEADER
                + "D;E1;2026-02;original;1;2;;;;;;450000\n"
                + "L;E1;2026-02;;;;P1;AWA;;;28;150000\n"
                + "L;E1;2026-02;;;;P2;ALI;2026-02-10;;19;300000\n");

    assertThat(validate(file)).isEqualTo(Caisse.DONE);
    assertThat(out.toString()).contains("accepted 2, refused 0");
    assertThat(left()).containsExactly(file);
  }

  @Test
  void eachMistakeOfASpreadsheetIsNamedWithItsLineAndWhatToDo() throws IOException {
    Path file = folder.resolve("février.csv");
    Files.write(
        file,
        """
        employer;period;person;name;entry;exit;days;gross
        E1;2026-02;P1;Kaboré;;;28;150 000
        E1;2026-02;P2;Zongo;31/02/2026;;;200 000
        E1;2026-02;P3;Traoré;;;28;beaucoup
        E1;2026-02;P1;Kaboré;;;28;150 000
        E1;2026-02;;Sans numéro;;;28;90 000
        E1;2026-02;P5;Sanou;;;45;90 000
        E1;2026-02;P6;Diallo;;;28;75 000
        """
            .getBytes(Charset.forName("windows-1252")));

    assertThat(validate(file)).isEqualTo(Caisse.DONE_WITH_REJECTS);
    List<Path> written =
        left().stream().filter(path -> path.toString().endsWith("-rejects.csv")).toList();
    assertThat(written).hasSize(1);
    List<String> rows = Files.readAllLines(written.getFirst());
    assertThat(rows).hasSize(6);
    assertThat(rows.get(1)).contains(";3;307 DATE_UNREADABLE;", "31/02/2026");
    assertThat(rows.get(2)).contains(";4;304 GROSS_UNREADABLE;", "beaucoup");
    assertThat(rows.get(3)).contains(";5;310 SPELL_OVERLAP;");
    assertThat(rows.get(4)).contains(";6;301 PERSON_MISSING;");
    assertThat(rows.get(5)).contains(";7;309 DAYS_INVALID;");
    assertThat(out.toString()).contains("Lines: 7, of which accepted 2, refused 5");
  }

  @Test
  void wrongControlTotalsRefuseTheDeclarationAndTheOthersStand() throws IOException {
    Path file =
        file(
            "totals.csv",
            HEADER
                + "D;E1;2026-02;original;1;1;;;;;;100\n"
                + "L;E1;2026-02;;;;P1;;;;;150000\n"
                + "D;E2;2026-02;original;1;1;;;;;;90000\n"
                + "L;E2;2026-02;;;;P2;;;;;90000\n");

    assertThat(validate(file)).isEqualTo(Caisse.DONE_WITH_REJECTS);
    assertThat(out.toString())
        .contains("Line 2: The total of the gross pays does not agree")
        .contains("accepted 1, refused 1");
  }

  @Test
  void whatIsAskedWronglyIsSaid() {
    assertThat(validate(folder.resolve("none.csv"))).isEqualTo(Caisse.USAGE);
    assertThat(err.toString()).contains("there is no file");
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private int validate(Path file) {
    return Caisse.execute(
        new String[] {
          "validate",
          file.toString(),
          "--on",
          "2026-03-09",
          "--lang",
          "en",
          "--home",
          folder.resolve("nowhere").toString()
        },
        Map.of(),
        new PrintWriter(out, true),
        new PrintWriter(err, true));
  }
}
