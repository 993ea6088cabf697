package org.caisse.readers.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.Formats;
import org.caisse.domain.money.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caisse's own columns, as people save them. */
class FrontDoorTest {

  private static final String OWN =
      """
      record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross
      D;E1;2026-02;original;1;2;;;;;;450000
      L;E1;2026-02;;;;P17;OUÉDRAOGO Awa;;;28;150000
      L;E1;2026-02;;;;P18;SAWADOGO Ali;2026-02-10;;19;300000
      """;

  private final FrontDoor door = new FrontDoor(Formats.bundled(), Currency.XOF);

  @TempDir private Path folder;

  @Test
  void aCanonicalFilePassesUntouched() throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), OWN);

    Recognition recognition = door.recognise(file, "f.csv", FileKind.DECLARATION, "");

    assertThat(recognition.own()).isTrue();
    assertThat(recognition.format()).isEqualTo("caisse-declarations");
    assertThat(recognition.question()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"',', UTF-8", "'\t', windows-1252", "'|', ISO-8859-1", "'#~#', UTF-8"})
  void anotherSeparatorAndEncodingGiveTheSameLines(String separator, String encoding)
      throws IOException {
    Path file = folder.resolve("f.csv");
    Files.write(file, OWN.replace(";", separator).getBytes(Charset.forName(encoding)));

    Recognition recognition = door.recognise(file, "f.csv", FileKind.DECLARATION, "");
    Path canonical = folder.resolve("canonical.csv");
    Path map = folder.resolve("map");
    Normalised normalised = door.normalise(file, recognition, canonical, map);

    assertThat(recognition.separator()).isEqualTo(separator);
    assertThat(Files.readString(canonical, StandardCharsets.UTF_8))
        .isEqualTo(OWN.replaceFirst("gross", "gross;problem;field;value;expected"));
    assertThat(normalised.records()).isEqualTo(3);
    try (SourceMap source = new SourceMap(map)) {
      source.seek(3);
      assertThat(source.lineNo()).isEqualTo(3);
      assertThat(source.raw()).startsWith("L" + separator).contains("OUÉDRAOGO");
      assertThat(source.title("gross")).isEqualTo("gross");
    }
  }

  @Test
  void aBrokenLineIsRefusedAlone() throws IOException {
    Path file = folder.resolve("f.csv");
    Files.writeString(file, OWN.replace(";", ",").replace("OUÉDRAOGO", "\"OUÉDRAOGO"));

    Recognition recognition = door.recognise(file, "f.csv", FileKind.DECLARATION, "");
    Path canonical = folder.resolve("canonical.csv");
    door.normalise(file, recognition, canonical, folder.resolve("map"));

    assertThat(Files.readAllLines(canonical))
        .hasSize(4)
        .contains(
            "X;;;;;;;;;;;;LINE_UNREADABLE;;;",
            "L;E1;2026-02;;;;P18;SAWADOGO Ali;2026-02-10;;19;300000");
  }
}
