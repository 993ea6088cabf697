package org.caisse.readers.line;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatHeaderTest {

  private static final FormatHeader HEADER = FormatHeader.of("ogd;name;valid_from");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ogd;name;valid_from",
        "ogd;name;valid_from\n",
        "ogd;name;valid_from\r\n",
        "\uFEFFogd;name;valid_from\r\n",
        "OGD ; Name;\tVALID_FROM \n"
      })
  void theHeaderIsFoundWhateverItsCaseSpacesAndEnd(String line) throws IOException {
    byte[] bytes = line.getBytes(UTF_8);
    Path file = Files.write(folder.resolve("f"), bytes);
    assertThat(HEADER.check(file)).isEqualTo(new FileStart(new Position(bytes.length, 2), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\nogd;name;valid_from\n",
        "ogd;name\n",
        "ogd;name;valid_from;\n",
        "name;ogd;valid_from\n",
        "ogd,name,valid_from\n",
        "\"ogd\";name;valid_from\n",
        "ogd;name;valid_from\rCNSS;x;2026-01-01\r"
      })
  void anotherFirstLineRefusesTheFile(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("ogds.csv"), content);
    assertThatThrownBy(() -> HEADER.check(file))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessageContaining("ogds.csv, line 1")
        .hasMessageContaining("'ogd;name;valid_from'");
  }

  @Test
  void theRefusalShowsWhatWasFound() throws IOException {
    Path file = Files.write(folder.resolve("f"), "ogd\n".getBytes(UTF_16LE));
    UnknownFormatException refusal =
        catchThrowableOfType(UnknownFormatException.class, () -> HEADER.check(file));
    assertThat(refusal.found()).isEqualTo("o\uFFFDg\uFFFDd\uFFFD");
    assertThat(refusal.expected()).isEqualTo("ogd;name;valid_from");
    Files.writeString(file, "x".repeat(3000));
    refusal = catchThrowableOfType(UnknownFormatException.class, () -> HEADER.check(file));
    assertThat(refusal.found()).isEqualTo("x".repeat(200));
  }
}
