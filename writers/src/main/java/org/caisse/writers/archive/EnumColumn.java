package org.caisse.writers.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.EnumType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.caisse.config.archive.RecordField;

/** A column of enum constants: a dictionary of all names, and positions in it. */
final class EnumColumn extends Column {

  private final Map<Object, Integer> positions = new HashMap<>();
  private final Bytes names = new Bytes(64);
  private final int width;
  private final Runs runs;
  private final int[] values = new int[PAGE_ROWS];
  private int count;

  EnumColumn(RecordField field, ZstdPages zstd) {
    super(field, zstd);
    for (Object constant : field.type().getEnumConstants()) {
      positions.put(constant, positions.size());
      byte[] name = ((Enum<?>) constant).name().getBytes(StandardCharsets.UTF_8);
      names.little(name.length, Integer.BYTES);
      names.write(name, 0, name.length);
    }
    width = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, positions.size() - 1));
    if (width > Runs.MAX_WIDTH) {
      throw new IllegalArgumentException(
          "enum %s has %d constants: an archive takes no more than %d"
              .formatted(field.type().getName(), positions.size(), 1 << Runs.MAX_WIDTH));
    }
    runs = new Runs(width);
  }

  @Override
  void type(SchemaElement element) {
    element
        .setType(Type.BYTE_ARRAY)
        .setConverted_type(ConvertedType.ENUM)
        .setLogicalType(LogicalType.ENUM(new EnumType()));
  }

  @Override
  void addPrimitives(Object[] batch, int from, int to) {
    throw new IllegalStateException("enums may be null");
  }

  @Override
  void addValue(Object value) {
    values[count++] = positions.get(value);
  }

  @Override
  void startChunk() throws IOException {
    chunk().dictionary(names, positions.size());
  }

  @Override
  Encoding encoding() {
    return Encoding.RLE_DICTIONARY;
  }

  @Override
  void encode(Bytes out) {
    out.write(width);
    runs.encode(values, count, out);
    count = 0;
  }
}
