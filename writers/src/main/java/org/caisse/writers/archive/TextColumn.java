package org.caisse.writers.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.caisse.config.archive.RecordField;

/** A column of strings: their lengths, then all their bytes. */
final class TextColumn extends Column {

  private static final int TYPICAL_BYTES = 16;

  private final long[] lengths = new long[PAGE_ROWS];
  private final DeltaPacked packed = new DeltaPacked(true);
  private byte[] bytes = new byte[PAGE_ROWS * TYPICAL_BYTES];
  private int count;
  private int end;

  TextColumn(RecordField field) {
    super(
        field,
        Types.optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(field.name()));
  }

  @Override
  void addPrimitives(Object[] batch, int from, int to) {
    throw new IllegalStateException("strings may be null");
  }

  @Override
  void addValue(Object value) {
    String text = (String) value;
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        addUtf8(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[end + i] = (byte) c;
    }
    end += length;
    lengths[count++] = length;
  }

  private void addUtf8(byte[] utf8) {
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, end, utf8.length);
    end += utf8.length;
    lengths[count++] = utf8.length;
  }

  private void room(int more) {
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
    }
  }

  @Override
  Encoding encoding() {
    return Encoding.DELTA_LENGTH_BYTE_ARRAY;
  }

  @Override
  BytesInput encode() {
    return BytesInput.concat(packed.encode(lengths, count), BytesInput.from(bytes, 0, end));
  }

  @Override
  void forget() {
    count = 0;
    end = 0;
  }
}
