package org.caisse.writers.workbook;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.config.archive.SheetRow;
import org.caisse.domain.run.FailPoint;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.PartFile;
import org.caisse.writers.file.WrittenFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook that appears whole or not at all. Sheets come one after the other, each row is
 * forgotten once it is written.
 *
 * <p>The same content gives the same bytes, as long as the compressor is the same: that of Java is
 * the system's zlib, of which there are several. What is the same everywhere is the hash of the
 * content.
 */
public final class WorkbookFile {

  private static final String APPLICATION = "Caisse";

  /** The fastest: a higher level makes the file a tenth smaller for half as much time again. */
  private static final int COMPRESSION = 1;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Workbook workbook;
  private final WorkbookHead head;
  private final int maxRows;
  private final CanonicalHash hash = new CanonicalHash(SheetRow.class);
  private Sheet open;

  private WorkbookFile(OutputStream out, WorkbookHead head, int maxRows) {
    this.workbook = new Workbook(out, APPLICATION, null);
    this.head = head;
    this.maxRows = maxRows;
    workbook.setCompressionLevel(COMPRESSION);
    workbook.properties().setTitle(head.title()).setCompany(head.fundName());
  }

  /** What is to be in a workbook. */
  @FunctionalInterface
  public interface Content {

    /** Adds all its sheets, one at least. */
    void writeTo(WorkbookFile book) throws IOException;
  }

  /**
   * Writes a workbook.
   *
   * @return the file, with the hash of its content
   * @see AtomicFile#write
   */
  public static WrittenFile write(
      Path target, FailPoint failPoint, WorkbookHead head, Content content) throws IOException {
    return write(target, failPoint, head, content, Worksheet.MAX_ROWS);
  }

  /** One whose sheets are full earlier; for tests. */
  static WrittenFile write(
      Path target, FailPoint failPoint, WorkbookHead head, Content content, int maxRows)
      throws IOException {
    // The library gives every workbook the clock's time: it writes beside the target, and the
    // target is copied from there with a fixed one.
    Path draft = PartFile.of(target.resolveSibling(target.getFileName() + ".draft"));
    try {
      String contentSha256 = draft(draft, head, content, maxRows);
      return AtomicFile.write(target, failPoint, out -> FixedTimes.copy(draft, head.created(), out))
          .withContent(contentSha256);
    } finally {
      PartFile.delete(draft);
    }
  }

  /**
   * Writes a workbook that is to be one of several documents in a file, and fits into memory.
   *
   * @param out receives it; stays open
   * @return canonical hash of its content
   */
  public static String pack(OutputStream out, WorkbookHead head, Content content)
      throws IOException {
    ByteArrayOutputStream draft = new ByteArrayOutputStream(BUFFER_BYTES);
    String contentSha256 = fill(draft, head, content, Worksheet.MAX_ROWS);
    FixedTimes.copy(draft.toByteArray(), head.created(), out);
    return contentSha256;
  }

  private static String draft(Path draft, WorkbookHead head, Content content, int maxRows)
      throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW), BUFFER_BYTES)) {
      return fill(out, head, content, maxRows);
    }
  }

  private static String fill(OutputStream out, WorkbookHead head, Content content, int maxRows)
      throws IOException {
    WorkbookFile book = new WorkbookFile(out, head, maxRows);
    content.writeTo(book);
    return book.finish();
  }

  /** Begins the next sheet; the one before is complete. */
  public Sheet sheet(SheetLayout layout) throws IOException {
    if (open != null) {
      open.finish();
    }
    open = new Sheet(workbook, head, layout, hash, maxRows);
    return open;
  }

  private String finish() throws IOException {
    if (open == null) {
      throw new IllegalStateException("workbook '" + head.title() + "' has no sheet");
    }
    open.finish();
    workbook.finish();
    return hash.finish();
  }
}
