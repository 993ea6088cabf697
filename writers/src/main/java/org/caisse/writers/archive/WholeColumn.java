package org.caisse.writers.archive;

import java.time.LocalDate;
import java.util.Arrays;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.caisse.config.archive.RecordField;

/** A column of whole numbers or of days. */
final class WholeColumn extends Column {

  private final long[] values = new long[PAGE_ROWS];
  private final boolean narrow;
  private final DeltaPacked packed;
  private int count;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;

  WholeColumn(RecordField field, ZstdPages zstd) {
    super(field, zstd);
    narrow = field.kind() != RecordField.Kind.LONG && field.kind() != RecordField.Kind.BOXED_LONG;
    packed = new DeltaPacked(narrow);
  }

  @Override
  void type(SchemaElement element) {
    element.setType(narrow ? Type.INT32 : Type.INT64);
    switch (field().kind()) {
      case DATE ->
          element
              .setConverted_type(ConvertedType.DATE)
              .setLogicalType(LogicalType.DATE(new DateType()));
      case BYTE ->
          element
              .setConverted_type(ConvertedType.INT_8)
              .setLogicalType(LogicalType.INTEGER(new IntType((byte) 8, true)));
      case SHORT, BOXED_SHORT ->
          element
              .setConverted_type(ConvertedType.INT_16)
              .setLogicalType(LogicalType.INTEGER(new IntType((byte) 16, true)));
      case INT, LONG, BOXED_INT, BOXED_LONG, FLAG, STRING, ENUM, BOXED_FLAG, RECORD, RECORDS -> {}
    }
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
  void encode(Bytes out) {
    for (int i = 0; i < count; i++) {
      least = Math.min(least, values[i]);
      greatest = Math.max(greatest, values[i]);
    }
    packed.encode(values, count, out);
    count = 0;
  }

  @Override
  void bounds(Statistics statistics) {
    if (least <= greatest) {
      statistics.setMin_value(plain(least)).setMax_value(plain(greatest));
    }
    least = Long.MAX_VALUE;
    greatest = Long.MIN_VALUE;
  }

  private byte[] plain(long value) {
    int width = narrow ? Integer.BYTES : Long.BYTES;
    Bytes bytes = new Bytes(width);
    bytes.little(value, width);
    return Arrays.copyOf(bytes.array(), width);
  }
}
