package org.caisse.readers.received;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.caisse.config.format.FileKind;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender does differently, and what stands around the lines. */
class SenderMappingsTest {

  private static final String TITLES = "employeur;période;assuré;nom;entrée;sortie;jours;brut\n";

  @TempDir private Path folder;
  private Door door;

  @BeforeEach
  void openTheDoor() {
    door = new Door(folder);
  }

  private static String list(String person, String entry, String days, String gross) {
    return TITLES + "E1;2026-02;%s;KABORE;%s;;%s;%s\n".formatted(person, entry, days, gross);
  }

  private static String line(Door.Result result) {
    assertThat(result.question()).isNull();
    return result.lines().get(1);
  }

  @Test
  void theMappingAnswersTheQuestion() throws IOException {
    Door mapped =
        door.with(
            "brakina",
            """
            kind: declaration
            files: ["list*"]
            columns: {gross: {decimal: ",", thousands: "."}}
            """);

    assertThat(line(mapped.text("list.csv", list("P1", "", "28", "150.000")))).endsWith(";150000");
    assertThat(line(mapped.text("list.csv", list("P1", "", "28", "1.500,5")))).endsWith(";1500.5");
    assertThat(line(mapped.text("list.csv", list("P1", "", "28", "1500.5")))).endsWith(";1500.5");
  }

  @Test
  void lostLeadingZerosArePutBackWhereTheMappingSaysTheWidth() throws IOException {
    Door mapped =
        door.with(
            "brakina",
            """
            kind: declaration
            files: ["list*"]
            columns:
              person: {title: assuré, width: 8, prefix: P}
            """);

    Door.Result result =
        mapped.text("list.csv", list("17", "", "28", "1") + "E1;2026-02;P00000018;X;;;28;1\n");
    assertThat(result.lines()).element(1).asString().contains(";P00000017;");
    assertThat(result.lines()).element(2).asString().contains(";P00000018;");
    assertThat(result.remarks()).contains("received.zeros[assuré, 1]");
  }

  @Test
  void columnsAreFoundByTitleByPositionAndByTheName() throws IOException {
    Door mapped =
        door.with(
            "brakina",
            """
            kind: declaration
            files: ["BRAKINA_{month}_{year}_{sequence}*"]
            title_row: 2
            dates: mdy
            columns:
              person: {title: [Mat., Matricule]}
              gross: {position: 3, decimal: ","}
              entry: Embauche
            for_all_lines:
              employer: E000042
            """);

    Door.Result result =
        mapped.text(
            "brakina_2_2026_3.csv",
            "Paie;;;\nMatricule;Embauche;;Site\nP1;02/03/2026;150,5;Ouaga\nP2;;1.000;Bobo\n");

    assertThat(result.lines())
        .containsExactly(
            "D;E000042;2026-02;replacement;3;2;;;;;;1000",
            "L;E000042;2026-02;;;;P1;;2026-02-03;;;150.5",
            "L;E000042;2026-02;;;;P2;;;;;1000");
    assertThat(result.recognition())
        .extracting(Recognition::mapping, Recognition::titleRow)
        .containsExactly("brakina", 2);
  }

  @Test
  void aFileWithoutTitlesIsReadByPositions() throws IOException {
    Door mapped =
        door.with(
            "x",
            """
            kind: declaration
            files: ["x*"]
            title_row: 0
            separator: tab
            columns: {person: {position: 2}, gross: {position: 4}}
            for_all_lines: {employer: E1, period: 2026-02}
            """);

    assertThat(mapped.text("x.txt", "1\tP1\tA\t100\tx\n2\tP2\tB\t200\ty\n3\tP3\tC\n").lines())
        .containsExactly(
            "D;E1;2026-02;original;1;3;;;;;;300",
            "L;E1;2026-02;;;;P1;;;;;100",
            "L;E1;2026-02;;;;P2;;;;;200",
            "X;;;;;;;;;;;;FIELD_COUNT;;3;5");
  }

  /** The template's own pattern still says the month when the sender's does not. */
  @Test
  void aNameSaysWhatAnyPatternFindsInIt() throws IOException {
    Door mapped =
        door.with(
            "sodeci",
            """
            format: ci-cnps
            files: ["Appel_Cotisation_CNPS_*"]
            for_all_lines: {employer: E1}
            """);

    assertThat(mapped.golden("Appel_Cotisation_CNPS_02_2026.csv").lines().get(0))
        .startsWith("D;E1;2026-02;original;1;");
  }

  @Test
  void aRowOfTotalsIsHeldAgainstTheLines() throws IOException {
    String content =
        list("P1", "", "28", "100")
            + "E1;2026-02;P2;X;;;28;200\n;;;Total;;;;301\n;;;;;;;\nFait à Ouagadougou;;;;;;;\n";

    Door.Result result = door.text("list.csv", content);

    assertThat(result.lines()).hasSize(3).first().isEqualTo("D;E1;2026-02;original;1;2;;;;;;301");
    assertThat(result.remarks()).doesNotContain("received.totals.none[]");
    assertThat(result.normalised().otherRows()).isEqualTo(3);
  }

  @Test
  void totalsOverSeveralDeclarationsRefuseTheFileWhenTheyDoNotTie() throws IOException {
    String lines = list("P1", "", "28", "100") + "E2;2026-02;P2;X;;;28;200\n;;;TOTAL;;;;";

    assertThat(door.text("list.csv", lines + "300\n").lines()).hasSize(4);
    assertThat(door.text("list.csv", lines + "301\n").question())
        .isEqualTo(new Question(RejectCode.GROSS_MISMATCH, 4, "gross", "300", "301"));
  }

  @Test
  void aFileThatTheMappingIsNotForIsOfAFormatAsItIs() throws IOException {
    Door mapped =
        door.with(
            "all",
            """
            format: ci-cnps
            files: ["*"]
            encoding: windows-1252
            for_all_lines: {employer: E1}
            """);

    assertThat(mapped.golden("rejets.csv").recognition())
        .extracting(Recognition::format, Recognition::mapping)
        .containsExactly("caisse-rejects", "");
    assertThat(mapped.text("own.csv", FileKind.DECLARATION.header() + "\n").recognition().own())
        .isTrue();
    Door.Result marked =
        mapped.bytes(
            "Appel_Cotisation_CNPS_02_2026.csv",
            FileKind.DECLARATION,
            ("\uFEFFNUMERO CNPS;NOM;PRENOMS;ANNEE DE NAISSANCE;DATE D'EMBAUCHE;DATE DE DEPART;"
                    + "TYPE SALARIE;DUREE TRAVAILLE;SALAIRE BRUT;BRANCHE COTISEE\n"
                    + "1;KONÉ;Aya;1990;;;M;1;100;1234\n")
                .getBytes(UTF_8));
    assertThat(marked.lines()).last().asString().contains(";KONÉ Aya;");
  }

  @Test
  void twoMappingsForOneNameAreAskedAbout() throws IOException {
    String yaml = "kind: declaration\nfiles: ['list*']\nfor_all_lines: {employer: E1}\n";

    assertThat(
            door.with("a", yaml)
                .with("b", yaml)
                .text("list.csv", list("P1", "", "", "1"))
                .question())
        .extracting(Question::code, Question::value)
        .containsExactly(RejectCode.MAPPING_UNCLEAR, "a|b");
  }
}
