package org.caisse.writers.archive;

import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.caisse.config.archive.RecordField;

/** A column of truth values. */
final class FlagColumn extends Column {

  private final int[] values = new int[PAGE_ROWS];
  private final Runs runs = new Runs(1);
  private final Bytes encoded = new Bytes(0);
  private int count;

  FlagColumn(RecordField field, ZstdPages zstd) {
    super(field, zstd);
  }

  @Override
  void type(SchemaElement element) {
    element.setType(Type.BOOLEAN);
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
  void encode(Bytes out) {
    encoded.size(0);
    runs.encode(values, count, encoded);
    out.little(encoded.size(), Integer.BYTES);
    out.write(encoded);
    count = 0;
  }
}
