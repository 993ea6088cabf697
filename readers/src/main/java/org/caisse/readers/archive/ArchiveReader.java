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
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.config.archive.RecordField;

/**
 * Reads the rows of an archive file back, in the order in which they were written. Columns that the
 * record does not have are passed over; one that the file does not have is an error, unless it came
 * with a later schema than that of the file.
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
    boolean earlier = schema() < RecordField.schema(rowClass);
    try {
      return new CarpetReader<>(new FileSystemInputFile(file.toFile()), rowClass)
          .withFailOnMissingColumn(!earlier)
          .withFailOnNullForPrimitives(true)
          .iterator();
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  /**
   * The schema in which the rows were written.
   *
   * @throws UncheckedIOException when the file lacks a column of that schema, or cannot be read
   */
  public int schema() {
    FileMetaData about = about();
    int schema;
    try {
      schema = Integer.parseInt(about.getKeyValueMetaData().getOrDefault("schema", "1"));
    } catch (NumberFormatException e) {
      throw unreadable(e);
    }
    for (RecordField field : RecordField.of(rowClass, schema)) {
      if (!about.getSchema().containsField(field.name())) {
        throw unreadable(
            new IllegalArgumentException(
                "there is no column %s, which schema %d has".formatted(field.name(), schema)));
      }
    }
    return schema;
  }

  /** What the writer put into the footer: schema version, run, pack. */
  public Map<String, String> metadata() {
    return Map.copyOf(about().getKeyValueMetaData());
  }

  private FileMetaData about() {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader =
        ParquetFileReader.open(new FileSystemInputFile(file.toFile()), options)) {
      return reader.getFileMetaData();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** The hash of the rows as they are in the file, to be compared with the one in the manifest. */
  public String contentSha256() {
    CanonicalHash hash = new CanonicalHash(rowClass, schema());
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
