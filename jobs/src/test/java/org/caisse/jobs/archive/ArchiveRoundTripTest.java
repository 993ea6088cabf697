package org.caisse.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.run.FailPoint;
import org.caisse.readers.archive.ArchiveReader;
import org.caisse.writers.archive.ArchivePart;
import org.caisse.writers.archive.ArchiveWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive writer writes, the archive reader reads; the modules do not see each other. */
class ArchiveRoundTripTest {

  record Share(Payer payer, long amountMinor) {}

  record Flat(int lineNo, String personNo, LocalDate entry, boolean known, Payer payer, long x) {}

  record Nested(int lineNo, Share main, List<Share> shares) {}

  private static final List<Payer> PAYERS = List.of(Payer.values());

  @TempDir private Path directory;

  @Test
  void flat_rows_keep_values_hash_and_metadata() {
    List<Flat> rows = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      rows.add(
          new Flat(
              i,
              i % 11 == 0 ? null : "P%08d é".formatted(i),
              i % 3 == 0 ? null : LocalDate.of(2026, 2, 1 + i % 28),
              i % 2 == 0,
              i % 5 == 0 ? null : PAYERS.get(i % PAYERS.size()),
              -i));
    }

    assertRoundTrip(Flat.class, rows);
  }

  @Test
  void nested_rows_keep_values_hash_and_metadata() {
    List<Nested> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Share share = new Share(i % 5 == 0 ? null : PAYERS.get(i % PAYERS.size()), i);
      rows.add(new Nested(i, i % 7 == 0 ? null : share, i % 4 == 0 ? List.of() : List.of(share)));
    }

    assertRoundTrip(Nested.class, rows);
  }

  private <T extends Record> void assertRoundTrip(Class<T> rowClass, List<T> rows) {
    Path file = directory.resolve("rows.parquet");
    ArchivePart part;
    try (var writer =
        new ArchiveWriter<>(
            file, rowClass, Map.of("caisse.schema", "1", "caisse.run", "R7"), FailPoint.NONE)) {
      rows.forEach(writer::write);
      part = writer.finish();
    }
    ArchiveReader<T> reader = new ArchiveReader<>(file, rowClass);
    List<T> read = new ArrayList<>();
    reader.forEach(read::add);

    assertThat(read).isEqualTo(rows);
    assertThat(reader.contentSha256()).isEqualTo(part.contentSha256());
    assertThat(reader.metadata())
        .containsEntry("caisse.schema", "1")
        .containsEntry("caisse.run", "R7");
  }
}
