package org.caisse.writers.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.PositionOutputStream;
import org.caisse.config.archive.RecordField;

/**
 * Writes flat rows column by column in Parquet's file format. Parquet's record writers, Carpet's
 * included, take three times the processor time for the same file, most of it to load, compile and
 * walk a tree of calls for each cell (docs/measurements/archive.md).
 */
final class ColumnFile implements RowFile {

  /** Compressed bytes after which a row group is written: what the file keeps in memory. */
  private static final long ROW_GROUP_BYTES = 4L << 20;

  private static final int ZSTD_LEVEL = 1;
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT_VERSION = 1;

  private final String name;
  private final Map<String, String> metadata;
  private final ZstdPages zstd = new ZstdPages(ZSTD_LEVEL);
  private final List<Column> columns = new ArrayList<>();
  private final List<RowGroup> groups = new ArrayList<>();
  private final PositionOutputStream out;
  private long rows;
  private long rowsInGroup;
  private int rowsInPage;

  ColumnFile(
      PositionOutputStream out, String name, List<RecordField> fields, Map<String, String> metadata)
      throws IOException {
    this.out = out;
    this.name = name;
    this.metadata = new TreeMap<>(metadata);
    for (RecordField field : fields) {
      columns.add(Column.of(field, zstd));
    }
    out.write(MAGIC);
  }

  @Override
  public void write(Object[] batch, int count) throws IOException {
    int from = 0;
    while (from < count) {
      int to = Math.min(count, from + Column.PAGE_ROWS - rowsInPage);
      for (Column column : columns) {
        column.add(batch, from, to);
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
    long start = out.getPos();
    Util.writeFileMetaData(footer(), out);
    Bytes length = new Bytes(Integer.BYTES);
    length.little(out.getPos() - start, Integer.BYTES);
    out.write(length.array(), 0, length.size());
    out.write(MAGIC);
  }

  @Override
  public void close() {
    zstd.close();
  }

  private void endPages() throws IOException {
    if (rowsInPage == 0) {
      return;
    }
    long held = 0;
    for (Column column : columns) {
      column.endPage();
      held += column.chunk().size();
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
    List<ColumnChunk> chunks = new ArrayList<>();
    long bytes = 0;
    for (Column column : columns) {
      ColumnChunk chunk = column.describe(out.getPos());
      column.chunk().flush(out);
      bytes += chunk.getMeta_data().getTotal_uncompressed_size();
      chunks.add(chunk);
    }
    groups.add(new RowGroup(chunks, bytes, rowsInGroup));
    rows += rowsInGroup;
    rowsInGroup = 0;
  }

  private FileMetaData footer() {
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(new SchemaElement(name).setNum_children(columns.size()));
    List<ColumnOrder> orders = new ArrayList<>();
    for (Column column : columns) {
      schema.add(column.schema());
      orders.add(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()));
    }
    FileMetaData footer =
        new FileMetaData(FORMAT_VERSION, schema, rows, groups)
            .setColumn_orders(orders)
            .setCreated_by("caisse version 1");
    metadata.forEach(
        (key, value) -> footer.addToKey_value_metadata(new KeyValue(key).setValue(value)));
    return footer;
  }
}
