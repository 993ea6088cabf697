package org.caisse.readers.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jerolba.carpet.CarpetParquetWriter;
import com.jerolba.carpet.io.FileSystemOutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.domain.archive.SinceSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReaderTest {

  record Row(int number, long amountMinor, String name, LocalDate day) {}

  record Fewer(String name, int number) {}

  record Other(int number, boolean paid) {}

  @TempDir private Path directory;

  @Test
  void rows_come_in_their_order() throws IOException {
    List<Row> rows = rows(25_000);
    List<Row> read = new ArrayList<>();

    long count = new ArchiveReader<>(write("a.parquet", rows), Row.class).forEach(read::add);

    assertThat(count).isEqualTo(25_000);
    assertThat(read).isEqualTo(rows);
  }

  @Test
  void the_content_hash_is_that_of_the_rows() throws IOException {
    List<Row> rows = rows(3_000);
    CanonicalHash hash = new CanonicalHash(Row.class);
    rows.forEach(hash::row);

    assertThat(new ArchiveReader<>(write("a.parquet", rows), Row.class).contentSha256())
        .isEqualTo(hash.finish());
  }

  @Test
  void the_content_hash_sees_one_changed_cell() throws IOException {
    List<Row> rows = rows(3_000);
    String before = new ArchiveReader<>(write("a.parquet", rows), Row.class).contentSha256();
    Row last = rows.get(2_999);
    rows.set(2_999, new Row(last.number, last.amountMinor + 1, last.name, last.day));

    assertThat(new ArchiveReader<>(write("b.parquet", rows), Row.class).contentSha256())
        .isNotEqualTo(before);
  }

  @Test
  void a_record_with_fewer_components_reads_only_those() throws IOException {
    List<Fewer> read = new ArrayList<>();

    new ArchiveReader<>(write("a.parquet", rows(2)), Fewer.class).forEach(read::add);

    assertThat(read).containsExactly(new Fewer("name 0", 0), new Fewer(null, 1));
  }

  @Test
  void a_missing_column_is_named() throws IOException {
    ArchiveReader<Other> reader = new ArchiveReader<>(write("a.parquet", rows(2)), Other.class);

    assertThatThrownBy(() -> reader.forEach(row -> {})).hasMessageContaining("paid");
  }

  @Test
  void the_footer_tells_what_the_writer_said() throws IOException {
    Path file = write("a.parquet", rows(1));

    assertThat(new ArchiveReader<>(file, Row.class).metadata()).containsEntry("schema", "1");
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(() -> new ArchiveReader<>(directory.resolve("none.parquet"), Row.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.parquet");
  }

  @Test
  void a_cut_file_is_not_read_as_a_shorter_one() throws IOException {
    Path file = write("a.parquet", rows(10_000));
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(file) / 2);
    }
    ArchiveReader<Row> reader = new ArchiveReader<>(file, Row.class);

    assertThatThrownBy(() -> reader.forEach(row -> {})).hasMessageContaining("a.parquet");
  }

  /** The rows of {@link Row} as a later version of the program has them. */
  private record Later(
      int number,
      @SinceSchema(2) boolean flag,
      long amountMinor,
      String name,
      @SinceSchema(3) int more,
      LocalDate day) {}

  @Test
  void aFileOfAnEarlierSchemaIsReadWithoutLaterColumnsAndHasTheHashItHad() throws IOException {
    List<Row> rows = rows(50);
    Path file = write("a.parquet", rows);
    ArchiveReader<Later> reader = new ArchiveReader<>(file, Later.class);
    List<Later> read = new ArrayList<>();
    reader.forEach(read::add);

    assertThat(reader.schema()).isEqualTo(1);
    assertThat(read)
        .extracting(row -> new Row(row.number(), row.amountMinor(), row.name(), row.day()))
        .isEqualTo(rows);
    assertThat(read).noneMatch(row -> row.flag() || row.more() != 0);
    assertThat(reader.contentSha256())
        .isEqualTo(new ArchiveReader<>(file, Row.class).contentSha256());
    CanonicalHash now = new CanonicalHash(Later.class);
    read.forEach(now::row);
    assertThat(now.finish()).isNotEqualTo(reader.contentSha256());
  }

  private record AnotherEarlier(int number, long missing, @SinceSchema(2) int later) {}

  @Test
  void aColumnThatItsOwnSchemaHadMustBeThere() throws IOException {
    ArchiveReader<AnotherEarlier> reader =
        new ArchiveReader<>(write("a.parquet", rows(2)), AnotherEarlier.class);
    assertThatThrownBy(() -> reader.forEach(row -> {})).hasMessageContaining("no column missing");
  }

  private static List<Row> rows(int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new Row(
              i,
              i * 1_000_003L,
              i % 7 == 1 ? null : "name " + i,
              i % 5 == 1 ? null : LocalDate.of(2026, 1, 1).plusDays(i)));
    }
    return rows;
  }

  private Path write(String name, List<Row> rows) throws IOException {
    Path file = directory.resolve(name);
    try (var writer =
        CarpetParquetWriter.builder(new FileSystemOutputFile(file.toFile()), Row.class)
            .withConf(new PlainParquetConfiguration())
            .withExtraMetaData("schema", "1")
            .build()) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    return file;
  }
}
