package org.caisse.readers.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSourceTest {

  @TempDir private Path folder;

  /** What is known of a line, for comparison. */
  private record Seen(int lineNo, long offset, long length, LineState state, String text) {}

  @ParameterizedTest
  @ValueSource(strings = {"a\nbé\nc\n", "a\r\nbé\r\nc\r\n", "a\nbé\r\nc", "a\nbé\nc\r"})
  void theEndOfALineIsNotPartOfIt(String content) throws IOException {
    assertThat(read(file(content))).extracting(Seen::text).containsExactly("a", "bé", "c");
  }

  @Test
  void aLineHasItsNumberItsOffsetAndItsLength() throws IOException {
    assertThat(read(file("a\r\n\r\nbé\nlast")))
        .containsExactly(
            new Seen(1, 0, 1, LineState.PLAIN, "a"),
            new Seen(3, 5, 3, LineState.PLAIN, "bé"),
            new Seen(4, 9, 4, LineState.PLAIN, "last"));
  }

  @Test
  void aByteOrderMarkBeforeTheFirstLineIsPassedOver() throws IOException {
    assertThat(read(file("\uFEFFa\n\uFEFFb\n")))
        .containsExactly(
            new Seen(1, 3, 1, LineState.PLAIN, "a"), new Seen(2, 5, 4, LineState.PLAIN, "\uFEFFb"));
  }

  @Test
  void aFileOfNothingHasNoLines() throws IOException {
    assertThat(read(file(""))).isEmpty();
    assertThat(read(file("\uFEFF"))).isEmpty();
  }

  @Test
  void linesOfSeparatorsAndSpacesAreCountedAndLeftOut() throws IOException {
    RawLines lines = new RawLines();
    try (LineSource source = new LineSource(file("\n;;; ;\r\na\n \n\t\n"), Position.START)) {
      source.read(lines, 100);
    }
    assertThat(lines.blankLines()).isEqualTo(3);
    assertThat(lines.count()).isEqualTo(2);
    assertThat(lines.text(1)).isEqualTo("\t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\0b", // NUL
        "a\rb",
        "a\u001Bb", // escape
        "a\u007Fb", // delete
        "a\u00C2\u0085b", // next line, of the second range of control characters
        "a\u00E9b", // Latin-1
        "a\u00C0\u00AFb", // overlong
        "a\u00ED\u00A0\u0080b", // half a surrogate pair
        "a\u00F5\u0080\u0080\u0080b", // beyond Unicode
        "a\u00E2\u0082", // cut
      })
  void aLineThatIsNotStrictTextIsUnreadableAloneAndShownWithReplacements(String bytes)
      throws IOException {
    byte[] content = ("before\n" + bytes + "\nafter\n").getBytes(ISO_8859_1);
    List<Seen> seen = read(Files.write(folder.resolve("f"), content));
    assertThat(seen)
        .extracting(Seen::state)
        .containsExactly(LineState.PLAIN, LineState.UNREADABLE, LineState.PLAIN);
    assertThat(seen.get(1).text()).startsWith("a\uFFFD").doesNotContainPattern("\\p{Cc}");
  }

  @Test
  void tabsAccentsAndCharactersOutsideTheBasicPlaneAreText() throws IOException {
    assertThat(read(file("a\té\uD83D\uDE00\u2028;\"q\"\n")))
        .extracting(Seen::state, Seen::text)
        .containsExactly(tuple(LineState.QUOTED, "a\té\uD83D\uDE00\u2028;\"q\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aLineOfTheLimitIsReadAndALongerOneIsCut(String end) throws IOException {
    String full = "x".repeat(LineSource.MAX_LINE_BYTES);
    List<Seen> seen = read(file(full + end + full + "y" + end + "z" + end));
    assertThat(seen.get(0).text()).isEqualTo(full);
    assertThat(seen.get(1))
        .isEqualTo(
            new Seen(
                2,
                LineSource.MAX_LINE_BYTES + end.length(),
                LineSource.MAX_LINE_BYTES + 1,
                LineState.TOO_LONG,
                "x".repeat(LineSource.KEPT_BYTES)));
    assertThat(seen.get(2).text()).isEqualTo("z");
  }

  @Test
  void whereTheBufferEndsDoesNotMatter() throws IOException {
    String full = "x".repeat(LineSource.MAX_LINE_BYTES);
    for (int before = 65_536 - 4_100; before < 65_536 - 4_090; before++) {
      String start = "y\n".repeat(before / 2 - 1) + "y".repeat(before % 2 + 1) + "\n";
      List<Seen> seen = read(file(start + full + "\r\nz\n"));
      assertThat(seen.get(seen.size() - 2))
          .isEqualTo(
              new Seen(before / 2 + 1, before, LineSource.MAX_LINE_BYTES, LineState.PLAIN, full));
      assertThat(seen.getLast().text()).isEqualTo("z");
    }
  }

  @Test
  void aLineOfFiftyMegabytesTakesLittleMemory() throws IOException {
    Path file = folder.resolve("long");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] part = new byte[1 << 20];
      Arrays.fill(part, (byte) 'x');
      for (int i = 0; i < 50; i++) {
        out.write(part);
      }
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    List<Seen> seen = read(file);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
    assertThat(seen).containsExactly(new Seen(1, 0, 50 << 20, LineState.TOO_LONG, "x".repeat(200)));
  }

  @Test
  void aBlockOfLongLinesIsBoundedByItsBytes() throws IOException {
    Path file = file(("x".repeat(4000) + "\n").repeat(2000));
    RawLines lines = new RawLines();
    try (LineSource source = new LineSource(file, Position.START)) {
      source.read(lines, 2000);
    }
    assertThat(lines.count()).isLessThan(600);
  }

  @Test
  void readingFromAnyLineGivesTheSameLines() throws IOException {
    Random random = new Random(7);
    StringBuilder content = new StringBuilder("\uFEFF");
    for (int i = 0; i < 400; i++) {
      int length = random.nextInt(20) == 0 ? random.nextInt(200_000) : random.nextInt(30);
      content.append("v".repeat(length)).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    Path file = file(content.toString());
    List<Seen> all = read(file);
    List<byte[]> digests = digests(file, Position.START, 1000);
    Position position = Position.START;
    int before = 0;
    while (before < all.size()) {
      assertThat(read(file, position, 1000)).isEqualTo(all.subList(before, all.size()));
      assertThat(digests(file, position, 1000))
          .containsExactlyElementsOf(digests.subList(before, all.size()));
      RawLines lines = new RawLines();
      try (LineSource source = new LineSource(file, position)) {
        source.read(lines, 7);
      }
      before += lines.count();
      position = lines.end();
    }
  }

  @Test
  void aStartBehindTheEndOfTheFileIsRefused() throws IOException {
    Path file = file("a\nb\n");
    assertThatThrownBy(() -> new LineSource(file, new Position(5, 3)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has 4 bytes")
        .hasMessageContaining("byte 5 (line 3)");
  }

  @Test
  void theDigestOfALineDoesNotDependOnItsEndButOnEveryByte() throws IOException {
    String tooLong = "x".repeat(10_000);
    List<byte[]> unix = digests(file("a;b\n" + tooLong + "\n"), Position.START, 10);
    List<byte[]> windows = digests(file("a;b\r\n" + tooLong + "!\r\n"), Position.START, 10);
    assertThat(unix.get(0)).isEqualTo(windows.get(0)).isEqualTo(sha256("a;b\n"));
    assertThat(unix.get(1)).isNotEqualTo(windows.get(1));
  }

  private Path file(String content) throws IOException {
    return Files.write(folder.resolve("f"), content.getBytes(UTF_8));
  }

  private static List<Seen> read(Path file) throws IOException {
    return read(file, Position.START, 3);
  }

  private static List<Seen> read(Path file, Position start, int maxLines) throws IOException {
    List<Seen> seen = new ArrayList<>();
    RawLines lines = new RawLines();
    try (LineSource source = new LineSource(file, start)) {
      while (source.read(lines, maxLines)) {
        for (int i = 0; i < lines.count(); i++) {
          seen.add(
              new Seen(
                  lines.lineNo(i),
                  lines.offset(i),
                  lines.length(i),
                  lines.state(i),
                  lines.text(i)));
        }
      }
    }
    return seen;
  }

  private static List<byte[]> digests(Path file, Position start, int maxLines) throws IOException {
    List<byte[]> digests = new ArrayList<>();
    RawLines lines = new RawLines();
    try (LineSource source = new LineSource(file, start)) {
      while (source.read(lines, maxLines)) {
        for (int i = 0; i < lines.count(); i++) {
          MessageDigest digest = LineSource.sha256();
          lines.update(digest, i);
          digests.add(digest.digest());
        }
      }
    }
    return digests;
  }

  private static byte[] sha256(String text) {
    return LineSource.sha256().digest(text.getBytes(UTF_8));
  }
}
