package org.caisse.jobs.replay;

import com.jerolba.carpet.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.jobs.verify.Manifest;
import org.caisse.readers.archive.ArchiveReader;

/**
 * The rows of archive files, one after the other, with a look at the next one. Each file's rows are
 * hashed while they go by, and compared with the manifest at the file's end. A file that is missing
 * or cannot be read ends the rows and is a difference.
 *
 * @param <T> row
 */
final class ArchivedRows<T extends Record> implements AutoCloseable {

  private static final int TELL_EVERY = 10_000;

  private final ArchivedRun run;
  private final Class<T> type;
  private final Differences differences;
  private final Done done;
  private final Iterator<Manifest.OutputFile> files;
  private Manifest.OutputFile file;
  private CloseableIterator<T> rows;
  private CanonicalHash hash;
  private T next;
  private boolean whole = true;

  ArchivedRows(
      ArchivedRun run,
      List<Manifest.OutputFile> files,
      Class<T> type,
      Differences differences,
      Done done) {
    this.run = run;
    this.type = type;
    this.differences = differences;
    this.done = done;
    this.files = files.iterator();
    advance();
  }

  /** The next row, or null after the last. */
  T peek() {
    return next;
  }

  /** The next row, which is then passed; null after the last. */
  T take() {
    T row = next;
    if (row != null) {
      advance();
    }
    return row;
  }

  /** Whether all files could be read so far. */
  boolean whole() {
    return whole;
  }

  @Override
  public void close() {
    if (rows != null) {
      try {
        rows.close();
      } catch (IOException e) {
        throw new UncheckedIOException(path() + " cannot be closed", e);
      } finally {
        rows = null;
      }
    }
  }

  private void advance() {
    next = null;
    try {
      while (next == null && (rows != null || files.hasNext())) {
        if (rows == null) {
          file = files.next();
          ArchiveReader<T> reader = new ArchiveReader<>(path(), type);
          rows = reader.open();
          hash = new CanonicalHash(type, reader.schema());
        }
        if (rows.hasNext()) {
          next = rows.next();
          hash.row(next);
          if (hash.rows() % TELL_EVERY == 0) {
            done.add(TELL_EVERY);
          }
        } else {
          endFile();
        }
      }
    } catch (RuntimeException e) {
      // Whatever Parquet throws on bytes that are no longer its own.
      whole = false;
      next = null;
      while (files.hasNext()) {
        files.next();
      }
      close();
      differences.add(path().toString(), "archive file", file.rows() + " rows", e.getMessage());
    }
  }

  private void endFile() {
    long count = hash.rows();
    done.add(count % TELL_EVERY);
    if (file.rows() != null && file.rows() != count) {
      differences.add(path().toString(), "rows", file.rows(), count);
    }
    String found = hash.finish();
    if (!found.equals(file.contentSha256())) {
      differences.add(path().toString(), "content_sha256", file.contentSha256(), found);
    }
    close();
  }

  private Path path() {
    return run.folder().resolve(file.name());
  }
}
