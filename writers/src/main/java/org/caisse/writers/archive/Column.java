package org.caisse.writers.archive;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;
import org.caisse.config.archive.RecordField;

/**
 * One column of a Parquet file whose rows are flat: collects the values of a page in arrays and
 * encodes them at once.
 */
abstract class Column {

  /** Rows of a page: large enough that page headers do not count, small enough to stay in cache. */
  static final int PAGE_ROWS = 16 * 1024;

  private final RecordField field;
  private final PrimitiveType type;
  private final int[] presence;
  private int rows;
  private int nulls;

  Column(RecordField field, PrimitiveType type) {
    this.field = field;
    this.type = type;
    presence = field.kind().nullable() ? new int[PAGE_ROWS] : new int[0];
  }

  /** The column of a component that is neither a record nor a list. */
  static Column of(RecordField field) {
    return switch (field.kind()) {
      case BYTE, SHORT, INT, LONG, DATE, BOXED_SHORT, BOXED_INT, BOXED_LONG ->
          new WholeColumn(field);
      case FLAG, BOXED_FLAG -> new FlagColumn(field);
      case STRING -> new TextColumn(field);
      case ENUM -> new EnumColumn(field);
      case RECORD, RECORDS ->
          throw new IllegalArgumentException("component " + field.name() + " is not flat");
    };
  }

  final RecordField field() {
    return field;
  }

  final PrimitiveType type() {
    return type;
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

  /** Writes what was collected as one page and forgets it. */
  final void writePage(PageWriter pages) throws IOException {
    Statistics<?> statistics = Statistics.createStats(type);
    statistics.incrementNumNulls(nulls);
    describe(statistics);
    BytesInput levels = field.kind().nullable() ? Runs.of(presence, rows, 1) : BytesInput.empty();
    pages.writePageV2(
        rows,
        nulls,
        rows,
        BytesInput.empty(),
        levels,
        encoding(),
        encode(),
        statistics.hasNonNullValue() || nulls == rows ? statistics : null,
        null,
        null);
    rows = 0;
    nulls = 0;
    forget();
  }

  /** Writes what must stand in a row group beside the pages. */
  void writeDictionary(PageWriter pages) throws IOException {}

  abstract void addPrimitives(Object[] batch, int from, int to);

  abstract void addValue(Object value);

  abstract Encoding encoding();

  abstract BytesInput encode();

  /** Sets least and greatest value, where readers can use them to skip pages. */
  void describe(Statistics<?> statistics) {}

  abstract void forget();
}
