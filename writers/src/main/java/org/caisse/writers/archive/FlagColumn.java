package org.caisse.writers.archive;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.caisse.config.archive.RecordField;

/** A column of truth values. */
final class FlagColumn extends Column {

  private final int[] values = new int[PAGE_ROWS];
  private int count;

  FlagColumn(RecordField field) {
    super(
        field,
        Types.primitive(
                PrimitiveTypeName.BOOLEAN,
                field.kind().nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED)
            .named(field.name()));
  }

  @Override
  void addPrimitives(Object[] batch, int from, int to) {
    for (int i = from; i < to; i++) {
      values[count++] = field().flag(batch[i]) ? 1 : 0;
    }
  }

  @Override
  void addValue(Object value) {
    values[count++] = (Boolean) value ? 1 : 0;
  }

  @Override
  Encoding encoding() {
    return Encoding.RLE;
  }

  @Override
  BytesInput encode() {
    BytesInput runs = Runs.of(values, count, 1);
    return BytesInput.concat(BytesInput.fromInt(Math.toIntExact(runs.size())), runs);
  }

  @Override
  void forget() {
    count = 0;
  }
}
