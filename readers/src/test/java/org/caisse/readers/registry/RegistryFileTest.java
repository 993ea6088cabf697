package org.caisse.readers.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.Position;
import org.caisse.readers.line.UnknownFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFileTest {

  private static final String OGDS = "ogd;name;valid_from;valid_to";
  private static final String EMPLOYERS = "employer;name;population;ogd;valid_from;valid_to";
  private static final String PERSONS =
      "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to";

  @TempDir private Path folder;

  @Test
  void delegatedBodiesAreRead() throws IOException {
    Path file =
        file(OGDS, "CNSS;\" Caisse; sociale\";2026-01-01;", "CARFO;Carfo;2026-01-01;2027-01-01");
    assertThat(all(RegistryFile.ogds(file, Position.START)))
        .containsExactly(
            new RegistryLine.Row<>(
                2,
                "CNSS;\" Caisse; sociale\";2026-01-01;",
                new OgdRow("CNSS", "Caisse; sociale", LocalDate.of(2026, 1, 1), null)),
            new RegistryLine.Row<>(
                3,
                "CARFO;Carfo;2026-01-01;2027-01-01",
                new OgdRow("CARFO", "Carfo", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))));
  }

  @Test
  void employersAreRead() throws IOException {
    String line = "E000001;Société Générale;salaried_private;CNSS;2020-05-01;";
    assertThat(all(RegistryFile.employers(file(EMPLOYERS, line), Position.START)))
        .containsExactly(
            new RegistryLine.Row<>(
                2,
                line,
                new EmployerRow(
                    "E000001",
                    "Société Générale",
                    "salaried_private",
                    "CNSS",
                    LocalDate.of(2020, 5, 1),
                    null)));
  }

  @Test
  void personsAreReadWithWhatMayBeLeftBlank() throws IOException {
    String declared = "P1;OUEDRAOGO;Awa;1990-02-28;F;;;2020-05-01;";
    String enrolled = "P2;SAWADOGO;;;;indigent;CNAMU;2020-05-01;2021-01-01";
    LocalDate from = LocalDate.of(2020, 5, 1);
    assertThat(all(RegistryFile.persons(file(PERSONS, declared, enrolled), Position.START)))
        .containsExactly(
            new RegistryLine.Row<>(
                2,
                declared,
                new PersonRow(
                    "P1", "OUEDRAOGO", "Awa", LocalDate.of(1990, 2, 28), "F", "", "", from, null)),
            new RegistryLine.Row<>(
                3,
                enrolled,
                new PersonRow(
                    "P2",
                    "SAWADOGO",
                    "",
                    null,
                    "",
                    "indigent",
                    "CNAMU",
                    from,
                    LocalDate.of(2021, 1, 1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ;N;F;;;;;2020-01-01;                          | FIELD_MISSING   | person     | ``         | ``
          P1; ;F;;;;;2020-01-01;                        | FIELD_MISSING   | last_name  | ` `        | ``
          P1;N;F;;;;;;                                  | FIELD_MISSING   | valid_from | ``         | ``
          P1;N;F;;;indigent;;2020-01-01;                | FIELD_MISSING   | ogd        | ``         | ``
          P1;N;F;;;;CNAMU;2020-01-01;                   | FIELD_MISSING   | population | ``         | ``
          ` P1;N;F;;;;;2020-01-01;`                     | FIELD_INVALID   | person     | ` P1`      | P1
          P1;N;F;;m;;;2020-01-01;                       | FIELD_INVALID   | sex        | m          | M,F
          P1;N;F;;;;;2020-01-01;2020-01-01              | FIELD_INVALID   | valid_to   | 2020-01-01 | > 2020-01-01
          P1;N;F;1990-02-30;;;;2020-01-01;              | DATE_UNREADABLE | birth_date | 1990-02-30 | YYYY-MM-DD
          P1;N;F;;;;;01/02/2020;                        | DATE_UNREADABLE | valid_from | 01/02/2020 | YYYY-MM-DD
          P1;N;F;;;;;2020-01-01;x                       | DATE_UNREADABLE | valid_to   | x          | YYYY-MM-DD
          P1;N;F;x;X;;;;                                | DATE_UNREADABLE | birth_date | x          | YYYY-MM-DD
          P1;N                                          | FIELD_COUNT     | ``         | 2          | 9
          P1;N;F;;;;;2020-01-01;;                       | FIELD_COUNT     | ``         | 10         | 9
          P1;"N;F;;;;;2020-01-01;                       | LINE_UNREADABLE | ``         | ``         | ``
          """)
  void aRowIsRefusedForItsFirstReason(
      String line, RejectCode code, String field, String value, String expected)
      throws IOException {
    Path file = file(PERSONS, line, "P9;N;F;;;;;2020-01-01;");
    List<RegistryLine<PersonRow>> lines = all(RegistryFile.persons(file, Position.START));
    Reject reject = new Reject(2, code, field, value, expected.replace(',', '|'));
    assertThat(lines.get(0)).isEqualTo(new RegistryLine.Refused<>(line, reject));
    assertThat(lines.get(1)).isInstanceOf(RegistryLine.Row.class);
  }

  @Test
  void identifiersAndNamesHaveALimit() throws IOException {
    String no = "P".repeat(32);
    String name = "é".repeat(120);
    Path file =
        file(
            OGDS,
            no + ";" + name + ";2026-01-01;",
            no + "P;" + name + ";2026-01-01;",
            no + ";" + name + "é;2026-01-01;",
            no + ";" + "x".repeat(5000) + ";2026-01-01;");
    List<RegistryLine<OgdRow>> lines = all(RegistryFile.ogds(file, Position.START));
    assertThat(lines.get(0)).isInstanceOf(RegistryLine.Row.class);
    assertThat(reject(lines.get(1)))
        .isEqualTo(new Reject(3, RejectCode.FIELD_TOO_LONG, "ogd", no + "P", "32"));
    assertThat(reject(lines.get(2)))
        .isEqualTo(new Reject(4, RejectCode.FIELD_TOO_LONG, "name", name + "é", "120"));
    assertThat(reject(lines.get(3)))
        .isEqualTo(new Reject(5, RejectCode.LINE_TOO_LONG, "", "5045", "4096"));
  }

  @Test
  void aLineThatIsNoTextIsRefusedAlone() throws IOException {
    Path file = folder.resolve("f");
    Files.write(
        file,
        (OGDS + "\nA;Nom\u00E9;2026-01-01;\nB;N;2026-01-01;\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    List<RegistryLine<OgdRow>> lines = all(RegistryFile.ogds(file, Position.START));
    assertThat(lines.get(0))
        .isEqualTo(
            new RegistryLine.Refused<OgdRow>(
                "A;Nom\uFFFD;2026-01-01;", new Reject(2, RejectCode.LINE_UNREADABLE, "", "")));
    assertThat(lines.get(1)).isInstanceOf(RegistryLine.Row.class);
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    Path file = file(EMPLOYERS, "E1;N;salaried_private;CNSS;2020-05-01;");
    assertThatThrownBy(() -> RegistryFile.ogds(file, Position.START))
        .isInstanceOf(UnknownFormatException.class);
  }

  @Test
  void readingGoesOnFromAnyLine() throws IOException {
    List<String> rows = new ArrayList<>();
    int blank = 0;
    for (int i = 0; i < 4500; i++) {
      boolean isBlank = i % 7 == 0;
      blank += isBlank ? 1 : 0;
      rows.add(isBlank ? ";;;" : "O" + i + ";Nom " + i + ";2026-01-01;");
    }
    Path file = file(OGDS, rows.toArray(String[]::new));
    List<RegistryLine<OgdRow>> expected = new ArrayList<>();
    List<Position> positions = new ArrayList<>();
    try (RegistryFile<OgdRow> reader = RegistryFile.ogds(file, Position.START)) {
      positions.add(reader.position());
      RegistryLine<OgdRow> line;
      while ((line = reader.read()) != null) {
        expected.add(line);
        positions.add(reader.position());
      }
      assertThat(reader.blankLines()).isEqualTo(blank);
      assertThat(reader.read()).isNull();
    }
    assertThat(expected).hasSize(rows.size() - blank);
    for (int i = 0; i <= expected.size(); i += i % 2000 > 1700 ? 1 : 101) {
      assertThat(all(RegistryFile.ogds(file, positions.get(i))))
          .isEqualTo(expected.subList(i, expected.size()));
    }
  }

  private static Reject reject(RegistryLine<?> line) {
    return switch (line) {
      case RegistryLine.Row<?> row -> null;
      case RegistryLine.Refused<?> refused -> refused.reject();
    };
  }

  private static <T> List<RegistryLine<T>> all(RegistryFile<T> file) throws IOException {
    List<RegistryLine<T>> lines = new ArrayList<>();
    try (file) {
      RegistryLine<T> line;
      while ((line = file.read()) != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  private Path file(String header, String... lines) throws IOException {
    return Files.writeString(folder.resolve("f"), header + "\n" + String.join("\n", lines) + "\n");
  }
}
