package org.caisse.writers.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.caisse.config.archive.RecordField;

/** A column of enum constants: a dictionary of all names, and positions in it. */
final class EnumColumn extends Column {

  private final Map<Object, Integer> positions = new HashMap<>();
  private final int width;
  private final byte[][] names;
  private final int[] values = new int[PAGE_ROWS];
  private int count;

  EnumColumn(RecordField field) {
    super(
        field,
        Types.optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.enumType())
            .named(field.name()));
    Object[] constants = field.type().getEnumConstants();
    names = new byte[constants.length][];
    for (int i = 0; i < constants.length; i++) {
      positions.put(constants[i], i);
      names[i] = ((Enum<?>) constants[i]).name().getBytes(StandardCharsets.UTF_8);
    }
    width = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, constants.length - 1));
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
  void writeDictionary(PageWriter pages) throws IOException {
    List<BytesInput> parts = new ArrayList<>();
    for (byte[] name : names) {
      parts.add(BytesInput.fromInt(name.length));
      parts.add(BytesInput.from(name));
    }
    pages.writeDictionaryPage(
        new DictionaryPage(BytesInput.concat(parts), names.length, Encoding.PLAIN));
  }

  @Override
  Encoding encoding() {
    return Encoding.RLE_DICTIONARY;
  }

  @Override
  BytesInput encode() {
    return BytesInput.concat(
        BytesInput.from(new byte[] {(byte) width}), Runs.of(values, count, width));
  }

  @Override
  void forget() {
    count = 0;
  }
}
