package org.caisse.writers.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.config.archive.RecordField;
import org.caisse.domain.run.FailPoint;
import org.caisse.writers.file.PartFile;

/**
 * Writes rows to one Parquet file, on a thread of its own. The file has a temporary name until
 * {@link #finish()}, which returns only when it is whole, on the disk and under its name; a file of
 * that name from an earlier attempt is replaced. To be used by one thread.
 *
 * <p>Heap: 10 to 20 MB whatever the size of the file, and the batches that wait.
 *
 * @param <T> a record of whole numbers, booleans, strings, dates and enums; records or lists of
 *     records in it are possible and slower
 */
public final class ArchiveWriter<T extends Record> implements AutoCloseable {

  /** Rows that {@link #write(Record)} collects before it hands them over. */
  private static final int BATCH_ROWS = 1_000;

  /** Batches that may wait: what lies between back-pressure and memory. */
  private static final int WAITING_BATCHES = 8;

  private static final List<?> END = new ArrayList<>();

  private final Path target;
  private final Path temporary;
  private final FailPoint failPoint;
  private final LocalFile file;
  private final Class<T> rowClass;
  private final Map<String, String> metadata;
  private final CanonicalHash content;
  private final BlockingQueue<List<?>> queue = new ArrayBlockingQueue<>(WAITING_BATCHES);
  private final Thread thread;
  private List<T> batch = new ArrayList<>(BATCH_ROWS);
  private volatile Throwable failure;
  private volatile boolean abandoned;
  private boolean endSeen;
  private boolean ended;
  private boolean finished;

  /**
   * Opens an archive file.
   *
   * @param target where it will be when finished; the directory exists
   * @param rowClass class of the rows
   * @param metadata kept in the file's footer besides the schema of the rows: run, pack
   * @param failPoint reached before the file is forced and before it is renamed
   * @throws IllegalArgumentException when a component of the rows has no archive form
   * @throws ArchiveException when the file cannot be created
   */
  public ArchiveWriter(
      Path target, Class<T> rowClass, Map<String, String> metadata, FailPoint failPoint) {
    this.target = target.toAbsolutePath();
    this.rowClass = rowClass;
    Map<String, String> footer = new TreeMap<>(metadata);
    footer.put("schema", Integer.toString(RecordField.schema(rowClass)));
    this.metadata = Map.copyOf(footer);
    this.failPoint = Objects.requireNonNull(failPoint, "failPoint");
    content = new CanonicalHash(rowClass);
    try {
      temporary = PartFile.of(this.target);
      file = new LocalFile(temporary);
    } catch (IOException e) {
      throw new ArchiveException(target, e);
    }
    thread = Thread.ofPlatform().daemon().name("archive " + target.getFileName()).start(this::run);
  }

  /**
   * Adds a row.
   *
   * @throws ArchiveException when an earlier row could not be written
   */
  public void write(T row) {
    batch.add(row);
    if (batch.size() == BATCH_ROWS) {
      handOverBatch();
    }
  }

  /**
   * Adds rows in their order, best about a thousand at a time. The list belongs to the writer from
   * now on and must not be changed. Waits when the disk does not keep up.
   *
   * @throws ArchiveException when earlier rows could not be written
   */
  public void write(List<T> rows) {
    if (!batch.isEmpty()) {
      handOverBatch();
    }
    if (!rows.isEmpty()) {
      handOver(rows);
    }
  }

  /**
   * Writes what is left, forces the file to disk and gives it its name.
   *
   * @throws ArchiveException when that is not possible; the writer must then be closed
   */
  public ArchivePart finish() {
    if (!batch.isEmpty()) {
      handOverBatch();
    }
    end();
    surface();
    try {
      ArchivePart part =
          new ArchivePart(
              target.getFileName().toString(),
              content.rows(),
              file.bytes(),
              content.finish(),
              file.sha256());
      failPoint.reached("force " + part.name());
      file.force();
      file.close();
      failPoint.reached("rename " + part.name());
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      forceDirectory();
      PartFile.delete(temporary);
      finished = true;
      return part;
    } catch (IOException e) {
      throw new ArchiveException(target, e);
    }
  }

  /** Without {@link #finish()} before: stops the thread and removes the temporary file. */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    abandoned = true;
    try {
      end();
      file.close();
      PartFile.delete(temporary);
    } catch (IOException e) {
      throw new ArchiveException(temporary, e);
    }
  }

  /** Made on the writing thread, so that what it loads and compiles costs nobody else time. */
  private RowFile rowFile() throws IOException {
    List<RecordField> fields = RecordField.of(rowClass);
    return flat(fields)
        ? new ColumnFile(file.create(0), rowClass.getSimpleName(), fields, metadata)
        : new NestedFile<>(file, rowClass, metadata);
  }

  private static boolean flat(List<RecordField> fields) {
    return fields.stream()
        .noneMatch(
            f -> f.kind() == RecordField.Kind.RECORD || f.kind() == RecordField.Kind.RECORDS);
  }

  private void handOverBatch() {
    List<T> full = batch;
    batch = new ArrayList<>(BATCH_ROWS);
    handOver(full);
  }

  private void handOver(List<?> rows) {
    if (ended) {
      throw new IllegalStateException("archive file " + target + " is closed");
    }
    surface();
    put(rows);
  }

  private void put(List<?> rows) {
    try {
      queue.put(rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArchiveException(target, e);
    }
  }

  private void surface() {
    if (failure != null) {
      throw new ArchiveException(target, failure);
    }
  }

  /** Also when this thread was interrupted before: a writer that is closed leaves no thread. */
  private void end() {
    if (ended) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    put(END);
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      interrupted = true;
      throw new ArchiveException(target, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    try (RowFile rows = rowFile()) {
      for (List<?> next = take(); next != END; next = take()) {
        if (!abandoned) {
          Object[] batch = next.toArray();
          content.rows(batch, batch.length);
          rows.write(batch, batch.length);
        }
      }
      if (!abandoned) {
        rows.finish();
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    passOverTheRest();
  }

  /** After a failure, so that whoever hands over never hangs. */
  private void passOverTheRest() {
    List<?> next = take();
    while (next != END) {
      next = take();
    }
  }

  private List<?> take() {
    if (endSeen) {
      return END;
    }
    try {
      List<?> next = queue.take();
      endSeen = next == END;
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody knows this thread to interrupt it", e);
    }
  }

  private void forceDirectory() throws IOException {
    try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
