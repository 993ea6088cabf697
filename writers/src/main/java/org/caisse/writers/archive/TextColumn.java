package org.caisse.writers.archive;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.caisse.config.archive.RecordField;

/** A column of strings: their lengths, then all their bytes. */
final class TextColumn extends Column {

  private static final int TYPICAL_BYTES = 16;

  private final long[] lengths = new long[PAGE_ROWS];
  private final DeltaPacked packed = new DeltaPacked(true);
  private final Bytes text = new Bytes(PAGE_ROWS * TYPICAL_BYTES);
  private int count;

  TextColumn(RecordField field, ZstdPages zstd) {
    super(field, zstd);
  }

  @Override
  void type(SchemaElement element) {
    element
        .setType(Type.BYTE_ARRAY)
        .setConverted_type(ConvertedType.UTF8)
        .setLogicalType(LogicalType.STRING(new StringType()));
  }

  @Override
  void addPrimitives(Object[] batch, int from, int to) {
    throw new IllegalStateException("strings may be null");
  }

  @Override
  void addValue(Object value) {
    String string = (String) value;
    int length = string.length();
    int start = text.size();
    byte[] array = text.room(length);
    for (int i = 0; i < length; i++) {
      char c = string.charAt(i);
      if (c >= 0x80) {
        byte[] utf8 = string.getBytes(StandardCharsets.UTF_8);
        text.write(utf8, 0, utf8.length);
        lengths[count++] = utf8.length;
        return;
      }
      array[start + i] = (byte) c;
    }
    text.size(start + length);
    lengths[count++] = length;
  }

  @Override
  Encoding encoding() {
    return Encoding.DELTA_LENGTH_BYTE_ARRAY;
  }

  @Override
  void encode(Bytes out) {
    packed.encode(lengths, count, out);
    out.write(text);
    text.size(0);
    count = 0;
  }
}
