package org.caisse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void aFolderForTheRejectsIsMade() throws IOException {
    Path file = file("wrong.csv", HEADER + "D;E1;2026-13;original;1;0;;;;;;0\n");
    Path rejects = folder.resolve("to/correct");

    assertThat(validate(file, "--out", rejects.toString())).isEqualTo(Caisse.DONE_WITH_REJECTS);
    assertThat(rejects.resolve("wrong.csv-rejects.csv")).isNotEmptyFile();
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
        E1;2026-02;P7;Ouattara;;;28;-5 000
        """
            .getBytes(Charset.forName("windows-1252")));

    assertThat(validate(file)).isEqualTo(Caisse.DONE_WITH_REJECTS);
    assertThat(left())
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrder(
            "février.csv", "fevrier.csv-rejects.csv", "fevrier.csv-rejects.xlsx");
    List<String> rows = Files.readAllLines(folder.resolve("fevrier.csv-rejects.csv"));
    assertThat(rows).hasSize(7);
    assertThat(rows.get(1)).contains(";3;307 DATE_UNREADABLE;", "31/02/2026");
    assertThat(rows.get(2)).contains(";4;304 GROSS_UNREADABLE;", "beaucoup");
    assertThat(rows.get(3)).contains(";5;310 SPELL_OVERLAP;");
    assertThat(rows.get(4)).contains(";6;301 PERSON_MISSING;");
    assertThat(rows.get(5)).contains(";7;309 DAYS_INVALID;");
    assertThat(rows.get(6)).contains(";9;305 GROSS_NEGATIVE;", ";P7;Ouattara;;;28;-5000;");
    assertThat(out.toString())
        .contains("Lines: 8, of which accepted 2, refused 6")
        .contains("To be corrected: " + folder.resolve("fevrier.csv-rejects.xlsx"))
        .contains("Correct your file and check it again before sending it");

    byte[] workbook = Files.readAllBytes(folder.resolve("fevrier.csv-rejects.xlsx"));
    validate(file);
    assertThat(Files.readAllBytes(folder.resolve("fevrier.csv-rejects.xlsx"))).isEqualTo(workbook);
    assertThat(validate(folder.resolve("fevrier.csv-rejects.xlsx")))
        .as("the reject file itself is as wrong as what it came from")
        .isEqualTo(Caisse.DONE_WITH_REJECTS);
    Files.writeString(file, "employer;period;person;gross\nE1;2026-02;P1;150000\n");
    assertThat(validate(file)).isEqualTo(Caisse.DONE);
    assertThat(folder.resolve("fevrier.csv-rejects.xlsx"))
        .as("nothing is to be corrected any more")
        .doesNotExist();
  }

  @Test
  void whatCompletesADeclarationOfTheSameFileIsNoReuseOfItsNumber() throws IOException {
    String base =
        HEADER
            + "D;E1;2026-02;original;1;2;;;;;;150000\n"
            + "L;E1;2026-02;;;;P1;;;;;150000\n"
            + "L;E1;2026-02;;;;P2;;;;;cent\n";
    String correction = "D;E1;2026-02;correction;1;1;;;;;;90000\nL;E1;2026-02;;;;P2;;;;;90000\n";
    Path file = file("both.csv", base + correction + correction);

    assertThat(validate(file)).isEqualTo(Caisse.DONE_WITH_REJECTS);
    assertThat(out.toString())
        .contains(
            "Declarations: 3, of which refused 0. Lines: 4, of which accepted 2, refused 1,"
                + " repeated 1");
    assertThat(Files.readString(folder.resolve("both.csv-rejects.csv")))
        .contains("304 GROSS_UNREADABLE")
        .doesNotContain("SEQUENCE_REUSED");
  }

  @Test
  void whatIsNotInTheFileIsTakenForFiledAndWhatIsThereIsNot() throws IOException {
    String complement = "D;E1;2026-02;complement;%d;1;;;;;;90000\nL;E1;2026-02;;;;P%d;;;;;90000\n";
    String original = "D;E1;2026-02;original;3;1;;;;;;150000\nL;E1;2026-02;;;;P1;;;;;150000\n";

    assertThat(validate(file("alone.csv", HEADER + complement.formatted(5, 2))))
        .isEqualTo(Caisse.DONE);
    assertThat(validate(file("after.csv", HEADER + original + complement.formatted(4, 2))))
        .isEqualTo(Caisse.DONE);
    assertThat(validate(file("below.csv", HEADER + original + complement.formatted(2, 2))))
        .isEqualTo(Caisse.DONE_WITH_REJECTS);
    assertThat(Files.readString(folder.resolve("below.csv-rejects.csv")))
        .contains("215 COMPLEMENT_SUPERSEDED");
    assertThat(
            validate(file("reused.csv", HEADER + original + original.replace("150000", "160000"))))
        .isEqualTo(Caisse.DONE_WITH_REJECTS);
    assertThat(Files.readString(folder.resolve("reused.csv-rejects.csv")))
        .contains("209 SEQUENCE_REUSED");
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

  private int validate(Path file, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of("validate", file.toString(), "--on", "2026-03-09", "--lang", "en", "--home"));
    words.add(folder.resolve("nowhere").toString());
    words.addAll(List.of(options));
    return Caisse.execute(
        words.toArray(String[]::new),
        Map.of(),
        new PrintWriter(out, true),
        new PrintWriter(err, true));
  }
}
