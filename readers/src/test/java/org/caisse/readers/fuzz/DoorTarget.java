package org.caisse.readers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.caisse.config.format.FileKind;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.readers.line.FormatHeader;
import org.caisse.readers.received.FileForm;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.received.Normalised;
import org.caisse.readers.received.Recognition;
import org.caisse.readers.received.Remark;
import org.caisse.readers.received.SourceMap;

/**
 * A file through the front door and the reader behind it. It is refused with a question that can be
 * worded, or: every row of the sender is in one of the counts, every record in one canonical line,
 * every canonical line in the source map and in one record that is read; a second time gives the
 * same bytes; and a row that is spoilt changes no other.
 */
final class DoorTarget implements FuzzTarget {

  /** What is said of a row, whatever it holds, has at most so many bytes. */
  private static final long MADE_A_ROW = 500;

  private final String name;
  private final FileKind kind;
  private final String fileName;
  private final List<byte[]> seeds;
  private final FrontDoor door;

  /**
   * @param fileName under which the sender sends
   * @param door with the formats that the seeds need
   */
  DoorTarget(String name, FileKind kind, String fileName, List<byte[]> seeds, FrontDoor door) {
    this.name = name;
    this.kind = kind;
    this.fileName = fileName;
    this.seeds = List.copyOf(seeds);
    this.door = door;
  }

  /** What became of a file: canonical lines that are no headers, by the sender's row. */
  private record Through(
      Recognition recognition, Map<Integer, String> lines, long rows, boolean refused) {}

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<byte[]> seeds() {
    return seeds;
  }

  @Override
  public Outcome check(byte[] input, Path folder) throws IOException {
    Through through = through(input, folder);
    if (!through.lines.isEmpty()) {
      spoilOne(input, through, folder);
    }
    return new Outcome(through.rows, through.refused);
  }

  private Through through(byte[] input, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("content"), input);
    Recognition recognition = door.recognise(file, fileName, kind, "");
    assertThat(door.recognise(file, fileName, kind, "")).isEqualTo(recognition);
    recognition.remarks().forEach(DoorTarget::word);
    if (recognition.question() != null) {
      Judging.word(recognition.question().reject());
      return new Through(recognition, Map.of(), lines(input, false), true);
    }
    if (recognition.own()) {
      return own(recognition, file, input);
    }
    Path canonical = folder.resolve("canonical.csv");
    Path map = folder.resolve("map");
    Normalised normalised = door.normalise(file, recognition, canonical, map);
    byte[] bytes = Files.readAllBytes(canonical);
    byte[] mapBytes = Files.readAllBytes(map);
    assertThat(door.normalise(file, recognition, canonical, map)).isEqualTo(normalised);
    assertThat(Files.readAllBytes(canonical)).isEqualTo(bytes);
    assertThat(Files.readAllBytes(map)).isEqualTo(mapBytes);
    assertThat((long) bytes.length + mapBytes.length)
        .as("bytes that were made of %d", input.length)
        .isLessThan(10L * input.length + MADE_A_ROW * (normalised.rows() + 10));
    normalised.remarks().forEach(DoorTarget::word);
    if (normalised.question() != null) {
      Judging.word(normalised.question().reject());
      return new Through(recognition, Map.of(), normalised.rows(), true);
    }
    return normalised(recognition, normalised, input, canonical, map);
  }

  private Through own(Recognition recognition, Path file, byte[] input) throws IOException {
    if (kind != FileKind.DECLARATION) {
      long rows = Registries.read(kind, file, lines(input, false));
      return new Through(recognition, Map.of(), rows, false);
    }
    Judging.Read read = Judging.read(file, 7);
    assertThat(Judging.read(file, 10_000)).isEqualTo(read);
    Judging.word(read.records());
    assertThat(read.records().size() + read.blankLines()).isEqualTo(lines(input, false) - 1);
    Map<Integer, String> lines = new TreeMap<>();
    for (DeclarationRecord record : read.records()) {
      assertThat(lines.put(record.lineNo(), record.toString())).isNull();
    }
    lines.values().removeIf(line -> line.startsWith("Header"));
    return new Through(recognition, lines, lines(input, false), false);
  }

  private Through normalised(
      Recognition recognition, Normalised normalised, byte[] input, Path canonical, Path map)
      throws IOException {
    if (recognition.form() != FileForm.XLSX) {
      assertThat(normalised.rows()).isEqualTo(lines(input, recognition.carriageReturns()));
    }
    List<String> lines = Files.readAllLines(canonical);
    int expected = (int) (normalised.records() + normalised.addedLines());
    assertThat(lines).hasSize(expected + 1);
    if (kind == FileKind.DECLARATION) {
      Judging.Read read = Judging.read(canonical, 100);
      assertThat(read.blankLines()).isZero();
      assertThat(read.records()).hasSize(expected);
      Judging.word(read.records());
    } else {
      assertThat(Registries.read(kind, canonical, lines.size())).isEqualTo(lines.size());
    }
    Map<Integer, String> bySource = new TreeMap<>();
    try (SourceMap source = new SourceMap(map)) {
      FormatHeader.of(kind.header()).columns().forEach(source::title);
      for (int line = 2; line <= lines.size(); line++) {
        source.seek(line);
        assertThat(source.lineNo()).isPositive();
        String text = lines.get(line - 1);
        boolean record = kind != FileKind.DECLARATION || !text.startsWith("D;");
        if (record && !text.startsWith("XD;")) {
          assertThat(bySource.put(source.lineNo(), text)).as("row %d", source.lineNo()).isNull();
        }
      }
    }
    return new Through(recognition, bySource, normalised.rows(), false);
  }

  /** Puts rubbish in the place of one row; the others must stay as they are. */
  private void spoilOne(byte[] input, Through clean, Path folder) throws IOException {
    if (clean.recognition.form() == FileForm.XLSX || clean.recognition.carriageReturns()) {
      return;
    }
    Random random = new Random(Arrays.hashCode(input));
    List<Integer> rows = new ArrayList<>(clean.lines.keySet());
    int victim = rows.get(random.nextInt(rows.size()));
    Through spoilt = through(withRubbish(input, victim, random), folder);
    if (!spoilt.recognition.equals(clean.recognition) || spoilt.refused) {
      return;
    }
    Map<Integer, String> others = new TreeMap<>(clean.lines);
    others.remove(victim);
    Map<Integer, String> stillThere = new TreeMap<>(spoilt.lines);
    stillThere.remove(victim);
    assertThat(stillThere).as("row %d spoilt", victim).isEqualTo(others);
  }

  private static byte[] withRubbish(byte[] input, int row, Random random) {
    int from = 0;
    for (int line = 1; line < row; line++) {
      while (input[from] != '\n') {
        from++;
      }
      from++;
    }
    int to = from;
    while (to < input.length && input[to] != '\n') {
      to++;
    }
    byte[] rubbish = new byte[1 + random.nextInt(40)];
    for (int i = 0; i < rubbish.length; i++) {
      rubbish[i] = (byte) "\"\";;x7\t é|,".charAt(random.nextInt(11));
    }
    byte[] spoilt = new byte[input.length - (to - from) + rubbish.length];
    System.arraycopy(input, 0, spoilt, 0, from);
    System.arraycopy(rubbish, 0, spoilt, from, rubbish.length);
    System.arraycopy(input, to, spoilt, from + rubbish.length, input.length - to);
    return spoilt;
  }

  private static void word(Remark remark) {
    for (Language language : Language.values()) {
      assertThat(Messages.of(language).get(remark.key(), remark.arguments().toArray()))
          .isNotBlank();
    }
  }

  /** Physical lines, the last one with or without its end. */
  private static long lines(byte[] input, boolean carriageReturns) {
    byte end = (byte) (carriageReturns ? '\r' : '\n');
    long lines = 0;
    for (byte b : input) {
      lines += b == end ? 1 : 0;
    }
    return input.length > 0 && input[input.length - 1] != end ? lines + 1 : lines;
  }
}
