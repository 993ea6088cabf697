package org.caisse.readers.archive;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CloseableIterator;
import com.jerolba.carpet.io.FileSystemInputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.caisse.config.archive.CanonicalHash;

/**
 * Reads the rows of an archive file back, in the order in which they were written. Columns that the
 * record does not have are passed over; one that the file does not have is an error.
 *
 * @param <T> the record class that was archived
 */
public final class ArchiveReader<T extends Record> {

  private final Path file;
  private final Class<T> rowClass;

  /**
   * @throws IllegalArgumentException when there is no such file
   */
  public ArchiveReader(Path file, Class<T> rowClass) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("archive file " + file + " does not exist");
    }
    this.file = file;
    this.rowClass = rowClass;
  }

  /**
   * Gives each row to the consumer; the heap holds one row group at a time.
   *
   * @return number of rows
   * @throws UncheckedIOException when the file cannot be read to its end
   */
  public long forEach(Consumer<? super T> consumer) {
    long rows = 0;
    try (CloseableIterator<T> iterator = open()) {
      for (T row = next(iterator); row != null; row = next(iterator)) {
        consumer.accept(row);
        rows++;
      }
      return rows;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The rows one by one; to be closed.
   *
   * @throws UncheckedIOException when the file is not a whole archive file of such rows
   */
  public CloseableIterator<T> open() {
    try {
      return new CarpetReader<>(new FileSystemInputFile(file.toFile()), rowClass)
          .withFailOnMissingColumn(true)
          .withFailOnNullForPrimitives(true)
          .iterator();
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** What the writer put into the footer: schema version, run, pack. */
  public Map<String, String> metadata() {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader =
        ParquetFileReader.open(new FileSystemInputFile(file.toFile()), options)) {
      return Map.copyOf(reader.getFileMetaData().getKeyValueMetaData());
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** The hash of the rows as they are in the file, to be compared with the one in the manifest. */
  public String contentSha256() {
    CanonicalHash hash = new CanonicalHash(rowClass);
    forEach(hash::row);
    return hash.finish();
  }

  /**
   * The next row, or null after the last; what Parquet throws is told apart from the consumer's.
   */
  private T next(CloseableIterator<T> iterator) {
    try {
      return iterator.hasNext() ? iterator.next() : null;
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private UncheckedIOException unreadable(Exception cause) {
    return new UncheckedIOException(
        "archive file %s cannot be read (%s): restore it from a copy and compare its hash with the manifest"
            .formatted(file, cause.getMessage()),
        cause instanceof IOException io ? io : new IOException(cause));
  }
}
