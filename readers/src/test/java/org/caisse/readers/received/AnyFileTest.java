package org.caisse.readers.received;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.Formats;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.declaration.DeclarationBlock;
import org.caisse.readers.declaration.DeclarationReader;
import org.caisse.readers.line.Position;
import org.caisse.readers.registry.RegistrySnapshot;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes of a file are, each line is accounted for once and stops no other. */
class AnyFileTest {

  private static final int LINES = 3_000;

  /** Bytes that mean something to whoever splits, decodes or types. */
  private static final byte[] TELLING = {
    '\n',
    '\r',
    '"',
    '"',
    ';',
    ',',
    '\t',
    0x1A,
    ' ',
    '-',
    '.',
    '/',
    'D',
    'B',
    '0',
    '9',
    'E',
    '+',
    '\'',
    (byte) 0xC3,
    (byte) 0x85,
    (byte) 0xA0,
    (byte) 0xFF,
    (byte) 0xEF,
    (byte) 0xBB,
    (byte) 0xBF
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"list, 1", "list, 2", "benin, 3", "benin, 4", "morocco, 5", "morocco, 6", "own, 7"})
  void brokenLinesChangeNothingOfTheOthers(String format, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> clean = lines(format, random);
    int fixed = format.equals("morocco") ? 2 : 1;
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Map<Integer, String> untouched = new HashMap<>();
    int lineNo = 1;
    for (int i = 0; i < clean.size(); i++) {
      byte[] line = (clean.get(i) + "\n").getBytes(UTF_8);
      boolean broken = i >= fixed && i < clean.size() - 3 && random.nextInt(4) == 0;
      byte[] written = broken ? mutated(random, line) : line;
      if (!broken) {
        untouched.put(lineNo, clean.get(i));
      }
      content.writeBytes(written);
      lineNo += feeds(written);
    }
    Map<String, String> expected =
        canonicalBySource(format, String.join("\n", clean).getBytes(UTF_8));
    Map<Integer, String> found = new HashMap<>();
    accounted(format, content.toByteArray(), found);

    int same = 0;
    for (Map.Entry<Integer, String> entry : untouched.entrySet()) {
      String canonical = expected.get(entry.getValue());
      if (canonical != null) {
        assertThat(found).containsEntry(entry.getKey(), canonical);
        same++;
      }
    }
    assertThat(same).isGreaterThan(LINES / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void bytesWithoutAnySenseAreRefusedOrAccountedFor(long seed) throws IOException {
    Random random = new Random(seed);
    for (int file = 0; file < 60; file++) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      String[] heads = {"", "employeur;période;assuré;brut\n", "E1;2;2026;3;9\n1;17;A;B;;;3;9\n"};
      content.writeBytes(heads[random.nextInt(heads.length)].getBytes(UTF_8));
      int length = random.nextInt(20_000);
      for (int n = 0; n < length; n++) {
        content.write(
            random.nextInt(3) == 0
                ? random.nextInt(1, 256)
                : TELLING[random.nextInt(TELLING.length)]);
      }
      accounted("", content.toByteArray(), new HashMap<>());
    }
  }

  /** Puts a file through the door and holds what comes out against what went in. */
  private void accounted(String format, byte[] content, Map<Integer, String> canonicalByLine)
      throws IOException {
    Path file = Files.write(folder.resolve("f"), content);
    Currency currency = format.equals("morocco") ? new Currency("MAD", 2) : Currency.XOF;
    FrontDoor door = new FrontDoor(Formats.bundled(), currency);
    Recognition recognition = door.recognise(file, "f", FileKind.DECLARATION, "");
    if (format.isEmpty() && recognition.question() != null) {
      return;
    }
    assertThat(recognition.question()).isNull();
    Path canonical = folder.resolve("canonical.csv");
    Normalised normalised = door.normalise(file, recognition, canonical, folder.resolve("map"));
    assertThat(normalised.question()).isNull();
    assertThat(normalised.rows()).isEqualTo(lines(content, recognition.carriageReturns()));

    List<String> lines = Files.readAllLines(canonical);
    assertThat(lines.size() - 1).isEqualTo(normalised.records() + normalised.addedLines());
    assertThat(records(canonical, currency)).isEqualTo(lines.size() - 1);
    int headers = 0;
    try (SourceMap map = new SourceMap(folder.resolve("map"))) {
      for (int line = 2; line <= lines.size(); line++) {
        map.seek(line);
        boolean added = lines.get(line - 1).startsWith("D;") && !format.equals("own");
        headers += added ? 1 : 0;
        if (!added) {
          assertThat(canonicalByLine.put(map.lineNo(), lines.get(line - 1)))
              .as("row %d became two lines", map.lineNo())
              .isNull();
        }
      }
    }
    assertThat(headers).isEqualTo((int) normalised.addedLines());
  }

  private Map<String, String> canonicalBySource(String format, byte[] content) throws IOException {
    Map<Integer, String> byLine = new HashMap<>();
    accounted(format, content, byLine);
    String[] lines = new String(content, UTF_8).split("\n", -1);
    Map<String, String> bySource = new HashMap<>();
    byLine.forEach((line, canonical) -> bySource.put(lines[line - 1], canonical));
    return bySource;
  }

  /** Reads a canonical file as the intake does: each line is one record, whatever is in it. */
  private static int records(Path canonical, Currency currency) throws IOException {
    RegistrySnapshot registry = new RegistrySnapshot.Builder().build();
    int records = 0;
    try (DeclarationReader reader =
        new DeclarationReader(canonical, Position.START, 500, registry, currency)) {
      DeclarationBlock block;
      while ((block = reader.read()) != null) {
        for (int i = 0; i < block.records().size(); i++) {
          records++;
          if (block.records().get(i) instanceof DeclarationRecord.Unreadable unreadable
              && unreadable.problem().code() != RejectCode.RECORD_UNKNOWN) {
            assertThat(block.raw().text(i)).startsWith("X");
          }
        }
      }
    }
    return records;
  }

  private static List<String> lines(String format, Random random) {
    return switch (format) {
      case "list" -> list(random);
      case "benin" -> benin(random);
      case "morocco" -> morocco(random);
      default -> own(random);
    };
  }

  private static List<String> list(Random random) {
    List<String> lines = new ArrayList<>();
    lines.add("employeur;période;assuré;nom;entrée;sortie;jours;brut");
    for (int i = 0; i < LINES; i++) {
      lines.add(
          "E%d;2026-02;P%06d;\"KABORÉ; \"\"Awa\"\"\";13/02/2026;;%d;%d 000,00"
              .formatted(random.nextInt(5), i, random.nextInt(29), 100 + random.nextInt(900)));
    }
    return lines;
  }

  private static List<String> benin(Random random) {
    List<String> lines = new ArrayList<>();
    lines.add("82315204;2;2026;" + LINES + ";900000000");
    for (int i = 1; i <= LINES; i++) {
      lines.add(
          "%d;%011d;ADJOVI;Codjo;13/06/2015;;%d;%d;"
              .formatted(i, 10_000_000_000L + i, 1 + random.nextInt(30), random.nextInt(900_000)));
    }
    return lines;
  }

  private static List<String> morocco(Random random) {
    List<String> lines = new ArrayList<>();
    lines.add("B00" + "0".repeat(14) + "B0" + " ".repeat(241));
    lines.add("B011234567202602" + " ".repeat(244));
    for (int i = 0; i < LINES; i++) {
      long insured = 100_000_000L + random.nextInt(99_999_999);
      int pay = 100_000 + random.nextInt(900_000);
      String name = " ".repeat(60);
      lines.add(
          "B021234567202602%d%s00%s26%013d%09d  %019d%s"
              .formatted(
                  insured,
                  name,
                  "0".repeat(24),
                  pay,
                  pay,
                  insured + 26 + 2L * pay,
                  " ".repeat(104)));
    }
    String totals = "1234567202602" + "0".repeat(60);
    lines.add("B03" + totals + "0".repeat(68) + " ".repeat(116));
    lines.add("B05" + totals + "0".repeat(14) + " ".repeat(170));
    lines.add("B06" + totals + "0".repeat(14) + " ".repeat(170));
    return lines;
  }

  private static List<String> own(Random random) {
    List<String> lines = new ArrayList<>();
    lines.add(FileKind.DECLARATION.header().replace(";", ","));
    for (int i = 0; i < LINES; i++) {
      lines.add(
          i % 10 == 0
              ? "D,E1,2026-02,original,%d,9,,,,,,900000".formatted(i + 1)
              : "L,E1,2026-02,,,,P%d,Ali,,,28,%d".formatted(i, random.nextInt(900_000)));
    }
    return lines;
  }

  private static byte[] mutated(Random random, byte[] line) {
    String text = new String(line, ISO_8859_1);
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(text.length());
      int removed = Math.min(random.nextInt(4), text.length() - at);
      StringBuilder insert = new StringBuilder(random.nextInt(200) == 0 ? "0".repeat(20_000) : "");
      int added = random.nextInt(4);
      for (int i = 0; i < added; i++) {
        insert.append((char) (TELLING[random.nextInt(TELLING.length)] & 0xff));
      }
      text = text.substring(0, at) + insert + text.substring(at + removed);
      text = text.isEmpty() ? "\n" : text;
    }
    return (text + "\n").getBytes(ISO_8859_1);
  }

  private static int feeds(byte[] content) {
    int feeds = 0;
    for (byte b : content) {
      feeds += b == '\n' ? 1 : 0;
    }
    return feeds;
  }

  private static long lines(byte[] content, boolean carriageReturns) {
    char end = carriageReturns ? '\r' : '\n';
    String text = new String(content, ISO_8859_1);
    long ends = text.chars().filter(c -> c == end).count();
    return text.isEmpty() || text.charAt(text.length() - 1) == end ? ends : ends + 1;
  }
}
