package org.caisse.writers.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jerolba.carpet.CarpetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.domain.run.FailPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ArchiveWriterTest {

  record Flat(
      byte tiny,
      short small,
      int number,
      long amountMinor,
      boolean flag,
      String text,
      LocalDate day,
      Month month,
      Short boxedSmall,
      Integer boxedNumber,
      Long boxedAmountMinor,
      Boolean boxedFlag) {}

  record Line(String code, long amountMinor, Month month) {}

  record Nested(int number, Line first, List<Line> lines) {}

  record Numbers(int number, long amountMinor) {}

  record Broken(String text) {
    @Override
    public String text() {
      if (text.equals("bad")) {
        throw new IllegalStateException("cannot be read");
      }
      return text;
    }
  }

  @TempDir private Path directory;

  @Test
  void flat_rows_of_all_types_come_back() throws IOException {
    List<Flat> rows = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      rows.add(random(random, i));
    }

    ArchivePart part = write("flat.parquet", Flat.class, rows);

    assertThat(part.rows()).isEqualTo(50_000);
    assertThat(read("flat.parquet", Flat.class)).isEqualTo(rows);
  }

  @Test
  void columns_of_nothing_but_nulls_or_one_value_come_back() throws IOException {
    List<Flat> rows = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      rows.add(new Flat((byte) 0, (short) 0, 0, 0, true, null, null, null, null, null, null, null));
    }

    write("nulls.parquet", Flat.class, rows);

    assertThat(read("nulls.parquet", Flat.class)).isEqualTo(rows);
  }

  @Test
  void extreme_numbers_come_back() throws IOException {
    List<Numbers> rows = new ArrayList<>();
    int[] ints = {Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1, 1};
    long[] longs = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1};
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      rows.add(new Numbers(ints[random.nextInt(5)], longs[random.nextInt(5)]));
    }

    write("extreme.parquet", Numbers.class, rows);

    assertThat(read("extreme.parquet", Numbers.class)).isEqualTo(rows);
  }

  @Test
  void numbers_of_every_width_come_back() throws IOException {
    List<Numbers> rows = new ArrayList<>();
    Random random = new Random(13);
    for (int bits = 0; bits < 64; bits++) {
      for (int i = 0; i < 128; i++) {
        rows.add(new Numbers(random.nextInt() >>> (bits / 2), random.nextLong() >>> bits));
      }
    }

    write("widths.parquet", Numbers.class, rows);

    assertThat(read("widths.parquet", Numbers.class)).isEqualTo(rows);
  }

  @Test
  void rows_with_records_and_lists_come_back() throws IOException {
    List<Nested> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      Line line = new Line("é" + i, i, i % 2 == 0 ? Month.MAY : null);
      rows.add(new Nested(i, i % 3 == 0 ? null : line, List.of(line, new Line(null, -i, null))));
    }

    ArchivePart part = write("nested.parquet", Nested.class, rows);

    assertThat(read("nested.parquet", Nested.class)).isEqualTo(rows);
    assertThat(part.contentSha256()).isEqualTo(content(rows));
  }

  @Test
  void several_row_groups_come_back() throws IOException {
    List<Numbers> rows = new ArrayList<>();
    Random random = new Random(17);
    for (int i = 0; i < 1_200_000; i++) {
      rows.add(new Numbers(random.nextInt(), random.nextLong()));
    }

    ArchivePart part = write("large.parquet", Numbers.class, rows);

    assertThat(part.bytes()).isGreaterThan(12L << 20);
    assertThat(read("large.parquet", Numbers.class)).isEqualTo(rows);
  }

  @Test
  void an_archive_of_no_rows_is_a_file_of_no_rows() throws IOException {
    ArchivePart part = write("empty.parquet", Flat.class, List.of());

    assertThat(part.rows()).isZero();
    assertThat(read("empty.parquet", Flat.class)).isEmpty();
  }

  @Test
  void the_part_tells_size_and_hashes() throws Exception {
    List<Flat> rows = List.of(random(new Random(1), 1), random(new Random(2), 2));

    ArchivePart part = write("part.parquet", Flat.class, rows);

    byte[] bytes = Files.readAllBytes(directory.resolve("part.parquet"));
    assertThat(part.name()).isEqualTo("part.parquet");
    assertThat(part.bytes()).isEqualTo(bytes.length);
    assertThat(part.fileSha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(part.contentSha256()).isEqualTo(content(rows));
  }

  @Test
  void the_same_rows_give_the_same_bytes_however_they_are_handed_over() {
    List<Flat> rows = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      rows.add(random(random, i));
    }
    ArchivePart whole = write("whole.parquet", Flat.class, rows);
    ArchivePart parts;
    try (var writer = open("parts.parquet", Flat.class)) {
      writer.write(rows.get(0));
      writer.write(rows.subList(1, 12_345));
      rows.subList(12_345, 20_000).forEach(writer::write);
      parts = writer.finish();
    }

    assertThat(parts.fileSha256()).isEqualTo(whole.fileSha256());
    assertThat(parts.contentSha256()).isEqualTo(whole.contentSha256());
  }

  @Test
  void the_file_has_its_name_only_when_finished() throws IOException {
    try (var writer = open("late.parquet", Numbers.class)) {
      writer.write(new Numbers(1, 2));
      assertThat(names())
          .singleElement()
          .asString()
          .matches("\\.late\\.parquet\\.[0-9]+-[0-9]+\\.part");
      writer.finish();
    }
    assertThat(names()).containsExactly("late.parquet");
  }

  @Test
  void death_before_the_rename_leaves_the_earlier_file() throws IOException {
    write("twice.parquet", Numbers.class, List.of(new Numbers(1, 1)));
    for (String place : List.of("force twice.parquet", "rename twice.parquet")) {
      FailPoint death =
          reached -> {
            if (reached.equals(place)) {
              throw new IllegalStateException("died at " + reached);
            }
          };
      try (var writer =
          new ArchiveWriter<>(directory.resolve("twice.parquet"), Numbers.class, Map.of(), death)) {
        writer.write(new Numbers(2, 2));
        assertThatThrownBy(writer::finish).hasMessage("died at " + place);
        assertThat(read("twice.parquet", Numbers.class)).containsExactly(new Numbers(1, 1));
      }
    }
    write("twice.parquet", Numbers.class, List.of(new Numbers(2, 2)));

    assertThat(read("twice.parquet", Numbers.class)).containsExactly(new Numbers(2, 2));
  }

  @Test
  void closing_without_finishing_leaves_nothing() throws IOException {
    try (var writer = open("abandoned.parquet", Numbers.class)) {
      for (int i = 0; i < 100_000; i++) {
        writer.write(new Numbers(i, i));
      }
    }

    assertThat(names()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("archive abandoned.parquet");
  }

  @Test
  void closing_an_interrupted_writer_leaves_nothing_either() throws IOException {
    try (var writer = open("interrupted.parquet", Numbers.class)) {
      writer.write(new Numbers(1, 1));
      Thread.currentThread().interrupt();
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(names()).isEmpty();
  }

  @Test
  void a_failure_on_the_writing_thread_surfaces_at_a_later_call() throws IOException {
    try (var writer = open("broken.parquet", Broken.class)) {
      assertThatThrownBy(
              () -> {
                writer.write(new Broken("bad"));
                for (int i = 0; i < 1_000_000; i++) {
                  writer.write(new Broken("good"));
                }
              })
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("broken.parquet")
          .hasMessageContaining("cannot be read");
      assertThatThrownBy(writer::finish).isInstanceOf(ArchiveException.class);
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void a_missing_directory_is_named() {
    Path nowhere = directory.resolve("nowhere").resolve("a.parquet");

    assertThatThrownBy(() -> new ArchiveWriter<>(nowhere, Flat.class, Map.of(), FailPoint.NONE))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("a.parquet");
  }

  @Test
  void nothing_is_taken_after_the_end() {
    try (var writer = open("ended.parquet", Numbers.class)) {
      writer.finish();
      List<Numbers> more = List.of(new Numbers(1, 1));
      assertThatThrownBy(() -> writer.write(more)).isInstanceOf(IllegalStateException.class);
    }
  }

  private <T extends Record> ArchiveWriter<T> open(String name, Class<T> rowClass) {
    return new ArchiveWriter<>(directory.resolve(name), rowClass, Map.of(), FailPoint.NONE);
  }

  private <T extends Record> ArchivePart write(String name, Class<T> rowClass, List<T> rows) {
    try (var writer = open(name, rowClass)) {
      for (int from = 0; from < rows.size(); from += 999) {
        writer.write(rows.subList(from, Math.min(rows.size(), from + 999)));
      }
      return writer.finish();
    }
  }

  private <T extends Record> List<T> read(String name, Class<T> rowClass) throws IOException {
    return new CarpetReader<>(directory.resolve(name).toFile(), rowClass).toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String content(List<? extends Record> rows) {
    CanonicalHash hash = new CanonicalHash(rows.get(0).getClass());
    rows.forEach(hash::row);
    return hash.finish();
  }

  private static Flat random(Random random, int number) {
    return new Flat(
        (byte) random.nextInt(),
        (short) random.nextInt(),
        number,
        random.nextLong(),
        random.nextInt(50) == 0,
        random.nextInt(9) == 0 ? null : "Ouédraogo €" + random.nextInt(),
        random.nextInt(9) == 0 ? null : LocalDate.of(1900, 1, 1).plusDays(random.nextInt(90_000)),
        random.nextInt(9) == 0 ? null : Month.of(1 + random.nextInt(12)),
        random.nextBoolean() ? null : (short) random.nextInt(),
        random.nextBoolean() ? null : (Integer) random.nextInt(),
        random.nextBoolean() ? null : (Long) random.nextLong(),
        random.nextBoolean() ? null : (Boolean) random.nextBoolean());
  }
}
