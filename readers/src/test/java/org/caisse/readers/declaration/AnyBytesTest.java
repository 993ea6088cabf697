package org.caisse.readers.declaration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationRecord.Header;
import org.caisse.domain.contribution.DeclarationRecord.Line;
import org.caisse.domain.contribution.DeclarationRecord.Unreadable;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.money.Currency;
import org.caisse.readers.line.Position;
import org.caisse.readers.registry.RegistrySnapshot;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes of a file are, each line is accounted for once and stops no other. */
class AnyBytesTest {

  private static final int LINES = 20_000;
  private static final byte[] HEADER = (DeclarationReader.HEADER + "\n").getBytes(UTF_8);

  /** Bytes that mean something to a reader of lines, of fields or of UTF-8. */
  private static final byte[] TELLING = {
    '\n',
    '\r',
    '"',
    '"',
    ';',
    0,
    '\t',
    ' ',
    '-',
    '.',
    'D',
    'L',
    '9',
    (byte) 0xC3,
    (byte) 0x85,
    (byte) 0xFF,
    (byte) 0xEF,
    (byte) 0xBB,
    (byte) 0xBF
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void brokenLinesChangeNothingOfTheOthers(long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream clean = new ByteArrayOutputStream();
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    clean.writeBytes(HEADER);
    broken.writeBytes(HEADER);
    Map<Integer, Integer> untouched = new HashMap<>();
    int lineNo = 2;
    for (int i = 0; i < LINES; i++) {
      byte[] line = valid(random, i).getBytes(UTF_8);
      clean.writeBytes(line);
      byte[] written = random.nextInt(3) == 0 ? mutated(random, line) : line;
      if (written == line) {
        untouched.put(lineNo, i);
      } else {
        written = endingInLineFeed(written);
      }
      broken.writeBytes(written);
      lineNo += lineFeeds(written);
    }
    List<DeclarationRecord> expected = accounted(clean.toByteArray());
    assertThat(expected).hasSize(LINES).noneMatch(Unreadable.class::isInstance);
    int seen = 0;
    for (DeclarationRecord record : accounted(broken.toByteArray())) {
      Integer index = untouched.get(record.lineNo());
      if (index != null) {
        assertThat(at(0, record)).isEqualTo(at(0, expected.get(index)));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(untouched.size()).isBetween(LINES / 2, LINES - 1000);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void bytesWithoutAnySenseAreAccountedForLineByLine(long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(HEADER);
    for (int i = 0; i < LINES; i++) {
      int length = random.nextInt(500) == 0 ? random.nextInt(9000) : random.nextInt(40);
      for (int n = 0; n < length; n++) {
        content.write(
            random.nextBoolean() ? random.nextInt(256) : TELLING[random.nextInt(TELLING.length)]);
      }
      content.write('\n');
    }
    assertThat(accounted(content.toByteArray())).hasSizeGreaterThan(LINES);
  }

  /**
   * Reads a file in blocks of several sizes, from its start and from places in it, and compares the
   * records with the lines that a plain search for line feeds gives.
   */
  private List<DeclarationRecord> accounted(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("f.csv"), content);
    List<Integer> expected = numbersOfLinesThatAreNotBlank(content);
    List<DeclarationRecord> all = new ArrayList<>();
    List<Position> ends = new ArrayList<>();
    List<Integer> before = new ArrayList<>();
    int blankLines = 0;
    try (DeclarationReader reader = open(file, Position.START, 777)) {
      DeclarationBlock block;
      while ((block = reader.read()) != null) {
        all.addAll(block.records());
        blankLines += block.blankLines();
        ends.add(block.end());
        before.add(all.size());
      }
    }
    assertThat(all).extracting(DeclarationRecord::lineNo).isEqualTo(expected);
    assertThat(all.size() + blankLines).isEqualTo(lines(content) - 1);
    for (int i = 0; i < ends.size(); i += 9) {
      List<DeclarationRecord> rest = new ArrayList<>();
      try (DeclarationReader reader = open(file, ends.get(i), 10_000)) {
        DeclarationBlock block;
        while ((block = reader.read()) != null) {
          rest.addAll(block.records());
        }
      }
      assertThat(rest.equals(all.subList(before.get(i), all.size()))).isTrue();
    }
    return all;
  }

  private static DeclarationReader open(Path file, Position start, int linesPerBlock)
      throws IOException {
    EmployerFacts employer =
        new EmployerFacts(1, "E1", "salaried_private", "CNSS", LocalDate.of(2020, 1, 1), null);
    RegistrySnapshot registry =
        new RegistrySnapshot.Builder()
            .addEmployer(employer.validFrom(), employer)
            .addPerson("P1", 1, 0, 30_000)
            .build();
    return new DeclarationReader(file, start, linesPerBlock, registry, Currency.XOF);
  }

  private static List<Integer> numbersOfLinesThatAreNotBlank(byte[] content) {
    List<Integer> numbers = new ArrayList<>();
    int from = HEADER.length;
    for (int lineNo = 2; from < content.length; lineNo++) {
      int to = from;
      while (to < content.length && content[to] != '\n') {
        to++;
      }
      String line = new String(content, from, to - from, ISO_8859_1);
      String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (!text.replace(";", "").replace(" ", "").isEmpty()) {
        numbers.add(lineNo);
      }
      from = to + 1;
    }
    return numbers;
  }

  private static int lines(byte[] content) {
    int feeds = lineFeeds(content);
    return content[content.length - 1] == '\n' ? feeds : feeds + 1;
  }

  private static int lineFeeds(byte[] content) {
    int feeds = 0;
    for (byte b : content) {
      feeds += b == '\n' ? 1 : 0;
    }
    return feeds;
  }

  private static String valid(Random random, int i) {
    String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
    if (i % 10 == 0) {
      return "D;E1;2026-02;original;" + (i + 1) + ";9;;;;;;900000" + end;
    }
    String name = random.nextInt(3) == 0 ? "\"KABORÉ; \"\"Awa\"\"\"" : "Ouédraogo Ali";
    String entry = random.nextBoolean() ? "" : "2026-02-1" + random.nextInt(10);
    return "L;E1;2026-02;;;;P" + random.nextInt(3) + ";" + name + ";" + entry + ";;;" + i + end;
  }

  private static byte[] mutated(Random random, byte[] line) {
    byte[] bytes = line;
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(bytes.length);
      int removed = Math.min(random.nextInt(4), bytes.length - at);
      int added = random.nextInt(300) == 0 ? 5000 : random.nextInt(4);
      byte[] next = new byte[bytes.length - removed + added];
      System.arraycopy(bytes, 0, next, 0, at);
      for (int i = 0; i < added; i++) {
        next[at + i] = TELLING[random.nextInt(TELLING.length)];
      }
      System.arraycopy(bytes, at + removed, next, at + added, bytes.length - at - removed);
      bytes = next.length == 0 ? new byte[] {'\n'} : next;
    }
    return bytes;
  }

  private static byte[] endingInLineFeed(byte[] bytes) {
    byte[] ended = Arrays.copyOf(bytes, bytes.length + 1);
    ended[bytes.length] = '\n';
    return ended;
  }

  private static DeclarationRecord at(int lineNo, DeclarationRecord record) {
    return switch (record) {
      case Header h ->
          new Header(
              lineNo,
              h.employerNo(),
              h.employer(),
              h.periodStart(),
              h.kind(),
              h.sequence(),
              h.lines(),
              h.grossMinor(),
              h.problem());
      case Line l ->
          new Line(
              lineNo,
              l.employerNo(),
              l.periodStart(),
              l.personNo(),
              l.person(),
              l.personFrom(),
              l.personTo(),
              l.entryDay(),
              l.exitDay(),
              l.days(),
              l.grossMinor(),
              l.grossReadable(),
              l.problem());
      case Unreadable u -> new Unreadable(lineNo, u.opensDeclaration(), u.problem());
    };
  }
}
