package org.caisse.writers.archive;

import java.time.LocalDate;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.caisse.config.archive.RecordField;

/** A column of whole numbers or of days. */
final class WholeColumn extends Column {

  private final long[] values = new long[PAGE_ROWS];
  private final boolean narrow;
  private final DeltaPacked packed;
  private int count;

  WholeColumn(RecordField field) {
    super(field, type(field));
    narrow = type().getPrimitiveTypeName() == PrimitiveTypeName.INT32;
    packed = new DeltaPacked(narrow);
  }

  private static PrimitiveType type(RecordField field) {
    Repetition repetition = field.kind().nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    var narrow = Types.primitive(PrimitiveTypeName.INT32, repetition);
    return switch (field.kind()) {
      case BYTE -> narrow.as(LogicalTypeAnnotation.intType(8, true)).named(field.name());
      case SHORT, BOXED_SHORT ->
          narrow.as(LogicalTypeAnnotation.intType(16, true)).named(field.name());
      case DATE -> narrow.as(LogicalTypeAnnotation.dateType()).named(field.name());
      case INT, BOXED_INT -> narrow.named(field.name());
      case LONG, BOXED_LONG ->
          Types.primitive(PrimitiveTypeName.INT64, repetition).named(field.name());
      case FLAG, STRING, ENUM, BOXED_FLAG, RECORD, RECORDS ->
          throw new IllegalArgumentException("component " + field.name() + " is not a number");
    };
  }

  @Override
  void addPrimitives(Object[] batch, int from, int to) {
    for (int i = from; i < to; i++) {
      values[count++] = field().whole(batch[i]);
    }
  }

  @Override
  void addValue(Object value) {
    values[count++] =
        value instanceof LocalDate day
            ? Math.toIntExact(day.toEpochDay())
            : ((Number) value).longValue();
  }

  @Override
  Encoding encoding() {
    return Encoding.DELTA_BINARY_PACKED;
  }

  @Override
  BytesInput encode() {
    return packed.encode(values, count);
  }

  @Override
  void describe(Statistics<?> statistics) {
    if (count == 0) {
      return;
    }
    long least = values[0];
    long greatest = values[0];
    for (int i = 1; i < count; i++) {
      least = Math.min(least, values[i]);
      greatest = Math.max(greatest, values[i]);
    }
    if (narrow) {
      statistics.updateStats((int) least);
      statistics.updateStats((int) greatest);
    } else {
      statistics.updateStats(least);
      statistics.updateStats(greatest);
    }
  }

  @Override
  void forget() {
    count = 0;
  }
}
