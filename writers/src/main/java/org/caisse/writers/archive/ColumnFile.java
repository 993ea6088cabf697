package org.caisse.writers.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.caisse.config.archive.RecordField;

/**
 * Writes flat rows column by column through Parquet's page and file writers. Parquet's record
 * writers, Carpet's included, take two to three times the processor time for the same file, most of
 * it to compile and walk a tree of calls for each cell (docs/measurements/archive.md).
 */
final class ColumnFile implements RowFile {

  /** Compressed bytes after which a row group is written: what the file keeps in memory. */
  private static final long ROW_GROUP_BYTES = 8L << 20;

  private static final int ZSTD_LEVEL = 1;

  private final Map<String, String> metadata;
  private final List<Column> columns = new ArrayList<>();
  private final MessageType schema;
  private final ParquetFileWriter file;
  private final BytesInputCompressor compressor = new ZstdPages(ZSTD_LEVEL);
  private ColumnChunkPageWriteStore pages;
  private long rowsInGroup;
  private int rowsInPage;

  ColumnFile(OutputFile out, Class<?> rowClass, List<RecordField> fields, Map<String, String> meta)
      throws IOException {
    metadata = Map.copyOf(meta);
    List<Type> types = new ArrayList<>();
    for (RecordField field : fields) {
      Column column = Column.of(field);
      columns.add(column);
      types.add(column.type());
    }
    schema = new MessageType(rowClass.getSimpleName(), types);
    file =
        new ParquetFileWriter(
            out,
            schema,
            Mode.CREATE,
            ROW_GROUP_BYTES,
            0,
            null,
            ParquetProperties.builder().build());
    file.start();
    pages = newPages();
  }

  @Override
  public void write(Object[] rows, int count) throws IOException {
    int from = 0;
    while (from < count) {
      int to = Math.min(count, from + Column.PAGE_ROWS - rowsInPage);
      for (Column column : columns) {
        column.add(rows, from, to);
      }
      rowsInPage += to - from;
      from = to;
      if (rowsInPage == Column.PAGE_ROWS) {
        endPages();
      }
    }
  }

  @Override
  public void finish() throws IOException {
    endPages();
    endRowGroup();
    file.end(metadata);
  }

  @Override
  public void release() {
    pages.close();
    compressor.release();
  }

  private ColumnChunkPageWriteStore newPages() {
    return new ColumnChunkPageWriteStore(
        compressor,
        schema,
        HeapByteBufferAllocator.getInstance(),
        ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
        true);
  }

  private void endPages() throws IOException {
    if (rowsInPage == 0) {
      return;
    }
    long held = 0;
    for (int i = 0; i < columns.size(); i++) {
      var out = pages.getPageWriter(descriptor(i));
      columns.get(i).writePage(out);
      held += out.getMemSize();
    }
    rowsInGroup += rowsInPage;
    rowsInPage = 0;
    if (held >= ROW_GROUP_BYTES) {
      endRowGroup();
    }
  }

  private void endRowGroup() throws IOException {
    if (rowsInGroup == 0) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).writeDictionary(pages.getPageWriter(descriptor(i)));
    }
    file.startBlock(rowsInGroup);
    pages.flushToFileWriter(file);
    file.endBlock();
    pages.close();
    pages = newPages();
    rowsInGroup = 0;
  }

  private ColumnDescriptor descriptor(int column) {
    return schema.getColumns().get(column);
  }
}
