package org.caisse.writers.archive;

import java.io.IOException;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.caisse.config.archive.RecordField;

/**
 * One column of a Parquet file whose rows are flat: collects the values of a page in arrays and
 * encodes them at once.
 */
abstract class Column {

  /** Rows of a page: large enough that page headers do not count, small enough to stay in cache. */
  static final int PAGE_ROWS = 16 * 1024;

  private static final int PAGE_BYTES = 64 * 1024;

  private final RecordField field;
  private final Chunk chunk;
  private final int[] presence;
  private final Runs presenceRuns = new Runs(1);
  private final Bytes levels = new Bytes(0);
  private final Bytes data = new Bytes(PAGE_BYTES);
  private int rows;
  private int nulls;
  private long nullsInChunk;

  Column(RecordField field, ZstdPages zstd) {
    this.field = field;
    chunk = new Chunk(zstd);
    presence = field.kind().nullable() ? new int[PAGE_ROWS] : new int[0];
  }

  /** The column of a component that is neither a record nor a list. */
  static Column of(RecordField field, ZstdPages zstd) {
    return switch (field.kind()) {
      case BYTE, SHORT, INT, LONG, DATE, BOXED_SHORT, BOXED_INT, BOXED_LONG ->
          new WholeColumn(field, zstd);
      case FLAG, BOXED_FLAG -> new FlagColumn(field, zstd);
      case STRING -> new TextColumn(field, zstd);
      case ENUM -> new EnumColumn(field, zstd);
      case RECORD, RECORDS ->
          throw new IllegalArgumentException("component " + field.name() + " is not flat");
    };
  }

  final RecordField field() {
    return field;
  }

  /** The pages of the row group so far. */
  final Chunk chunk() {
    return chunk;
  }

  /** How the file's schema has the column. */
  final SchemaElement schema() {
    SchemaElement element =
        new SchemaElement(field.name())
            .setRepetition_type(
                field.kind().nullable()
                    ? FieldRepetitionType.OPTIONAL
                    : FieldRepetitionType.REQUIRED);
    type(element);
    return element;
  }

  /** What the footer says of the row group's chunk when it begins at an offset of the file. */
  final ColumnChunk describe(long offset) {
    ColumnChunk description = chunk.describe(schema(), offset);
    Statistics statistics = new Statistics().setNull_count(nullsInChunk);
    bounds(statistics);
    description.getMeta_data().setStatistics(statistics);
    nullsInChunk = 0;
    return description;
  }

  /** Collects the values of rows {@code from} to {@code to} (exclusive). */
  final void add(Object[] batch, int from, int to) {
    if (field.kind().nullable()) {
      for (int i = from; i < to; i++) {
        Object value = field.value(batch[i]);
        presence[rows++] = value == null ? 0 : 1;
        if (value == null) {
          nulls++;
        } else {
          addValue(value);
        }
      }
    } else {
      addPrimitives(batch, from, to);
      rows += to - from;
    }
  }

  /** Ends a page with what was collected. */
  final void endPage() throws IOException {
    if (chunk.size() == 0) {
      startChunk();
    }
    levels.size(0);
    if (field.kind().nullable()) {
      presenceRuns.encode(presence, rows, levels);
    }
    data.size(0);
    encode(data);
    chunk.page(rows, nulls, levels, encoding(), data);
    nullsInChunk += nulls;
    rows = 0;
    nulls = 0;
  }

  /** Writes what must stand before the pages of a row group. */
  void startChunk() throws IOException {}

  /** Sets the physical and logical type. */
  abstract void type(SchemaElement element);

  abstract void addPrimitives(Object[] batch, int from, int to);

  abstract void addValue(Object value);

  abstract Encoding encoding();

  /** Appends the values collected, encoded, and forgets them. */
  abstract void encode(Bytes out);

  /** Sets least and greatest value of the row group, where readers can use them to pass it over. */
  void bounds(Statistics statistics) {}
}
