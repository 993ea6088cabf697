package org.caisse.readers.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordParserTest {

  @TempDir private Path folder;

  @Test
  void fieldsAreSplitAtSeparatorsAndQuotesAreRemoved() throws IOException {
    assertThat(split("a;b;;", "\"a;b\";c", "\"say \"\"yes\"\"\";", "\"\"", "  x ; y", ";;z"))
        .containsExactly(
            List.of("a", "b", "", ""),
            List.of("a;b", "c"),
            List.of("say \"yes\"", ""),
            List.of(""),
            List.of("  x ", " y"),
            List.of("", "", "z"));
  }

  @Test
  void aQuoteInsideAFieldThatDoesNotBeginWithOneIsText() throws IOException {
    assertThat(split("a;5\" pipe;b", "c;d"))
        .containsExactly(List.of("a", "5\" pipe", "b"), List.of("c", "d"));
  }

  @Test
  void aQuoteLeftOpenCostsItsLineOnly() throws IOException {
    assertThat(split("a;b", "c;\"d", "e;f", "\"", "g;\"h\"x;i", "j;k\";\"l", "m;\"n\""))
        .containsExactly(
            List.of("a", "b"), null, List.of("e", "f"), null, null, null, List.of("m", "n"));
  }

  @Test
  void aLineThatIsNoTextCostsItsLineOnly() throws IOException {
    assertThat(split("a;b", "c\0;d", "x".repeat(5000), "e;\"f\""))
        .containsExactly(List.of("a", "b"), null, null, List.of("e", "f"));
  }

  @Test
  void splittingTogetherGivesWhatSplittingAloneGives() throws IOException {
    Random random = new Random(11);
    String[] parts = {
      "\"", "\"", "\"\"", ";", ";", "a", " ", "é", "\t", "\\", "#", "'", ",", "\uFFFE"
    };
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      StringBuilder line = new StringBuilder("x".repeat(random.nextInt(2)));
      for (int n = random.nextInt(9); n >= 0; n--) {
        line.append(parts[random.nextInt(parts.length)]);
      }
      if (!line.toString().replace(";", "").replace(" ", "").isEmpty()) {
        lines.add(line.toString());
      }
    }
    List<List<String>> split = split(lines.toArray(String[]::new));
    int refused = 0;
    for (int i = 0; i < lines.size(); i++) {
      List<String> alone = alone(lines.get(i));
      assertThat(split.get(i)).as(lines.get(i)).isEqualTo(alone);
      refused += alone == null ? 1 : 0;
    }
    assertThat(refused).isBetween(1_000, 29_000);
  }

  @Test
  void aBlockMustBeReadToItsEnd() throws IOException {
    RawLines block = new RawLines();
    Path file = Files.writeString(folder.resolve("f"), "a;b\nc;d\n");
    try (LineSource source = new LineSource(file, Position.START)) {
      source.read(block, 10);
    }
    RecordParser parser = new RecordParser();
    parser.open(block);
    parser.next();
    assertThatThrownBy(parser::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 of 2 lines");
    assertThatThrownBy(() -> parser.open(block)).isInstanceOf(IllegalStateException.class);
  }

  /** Each line by Commons CSV itself. */
  private static List<String> alone(String line) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(';').setIgnoreEmptyLines(false).get();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(line + "\n")).setFormat(format).get()) {
      return List.of(parser.getRecords().getFirst().values());
    } catch (IOException | UncheckedIOException e) {
      assertThat(e).hasStackTraceContaining("encapsulated token");
      return null;
    }
  }

  private List<List<String>> split(String... lines) throws IOException {
    Path file = folder.resolve("f");
    Files.write(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    List<List<String>> split = new ArrayList<>();
    RecordParser parser = new RecordParser();
    RawLines block = new RawLines();
    try (LineSource source = new LineSource(file, Position.START)) {
      while (source.read(block, 1000)) {
        parser.open(block);
        for (int i = 0; i < block.count(); i++) {
          String[] fields = parser.next();
          split.add(fields == null ? null : Arrays.asList(fields));
        }
        parser.close();
      }
    }
    return split;
  }
}
