package org.caisse.config.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of rows in their order, independent of the file format and of its writer's version: the
 * same rows give the same hash for ever.
 *
 * <p>The canonical form of a row is that of its components in declared order, without names:
 *
 * <ul>
 *   <li>byte, short, int, long: 1, 2, 4, 8 bytes, most significant first; boolean: one byte, 0 or 1
 *   <li>whatever may be null: one byte 0 for null, else one byte 1 followed by
 *       <ul>
 *         <li>boxed numbers and booleans: as above
 *         <li>string: number of bytes (4 bytes), then UTF-8; enum: the same of its name
 *         <li>date: days since 1970-01-01 (4 bytes)
 *         <li>record: its components
 *         <li>list of records: number of elements (4 bytes), then each like a component
 *       </ul>
 * </ul>
 */
public final class CanonicalHash {

  private static final int BUFFER = 32 * 1024;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final MessageDigest digest;
  private final Form form;
  private byte[] buffer = new byte[BUFFER];
  private int position;
  private long rows;

  /**
   * @throws IllegalArgumentException when a component has a type that cannot be archived
   */
  public CanonicalHash(Class<? extends Record> rowClass) {
    this(rowClass, RecordField.schema(rowClass));
  }

  /**
   * The hash that rows had in an earlier schema.
   *
   * @throws IllegalArgumentException when a component has a type that cannot be archived
   */
  public CanonicalHash(Class<? extends Record> rowClass, int schema) {
    form = Form.of(rowClass, schema);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a row of the class given at construction. */
  public void row(Record row) {
    if (position > BUFFER - 4096) {
      drain();
    }
    form.write(row, this);
    rows++;
  }

  /** Adds rows in their order. */
  public void rows(Object[] batch, int count) {
    for (int i = 0; i < count; i++) {
      row((Record) batch[i]);
    }
  }

  /** Rows added so far. */
  public long rows() {
    return rows;
  }

  /** The hash of all rows added, in lower-case hexadecimal; the object then starts afresh. */
  public String finish() {
    drain();
    rows = 0;
    return HexFormat.of().formatHex(digest.digest());
  }

  private void drain() {
    digest.update(buffer, 0, position);
    position = 0;
    if (buffer.length > BUFFER) {
      buffer = new byte[BUFFER];
    }
  }

  private void reserve(int bytes) {
    if (position + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, position + bytes));
    }
  }

  private void put(long value, int width) {
    switch (width) {
      case 4 -> INT.set(buffer, position, (int) value);
      case 8 -> LONG.set(buffer, position, value);
      case 2 -> {
        buffer[position] = (byte) (value >> 8);
        buffer[position + 1] = (byte) value;
      }
      default -> buffer[position] = (byte) value;
    }
    position += width;
  }

  private void text(String text) {
    int length = text.length();
    reserve(length + 4);
    int start = position + 4;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      buffer[start + i] = (byte) c;
    }
    INT.set(buffer, position, length);
    position = start + length;
  }

  private void bytes(byte[] utf8) {
    reserve(utf8.length + 4);
    INT.set(buffer, position, utf8.length);
    System.arraycopy(utf8, 0, buffer, position + 4, utf8.length);
    position += 4 + utf8.length;
  }

  /** How the components of one record class are written. */
  private static final class Form {

    private final RecordField[] fields;
    private final Form[] nested;
    private final int fixedBytes;

    private Form(RecordField[] fields, Form[] nested, int fixedBytes) {
      this.fields = fields;
      this.nested = nested;
      this.fixedBytes = fixedBytes;
    }

    static Form of(Class<?> recordClass, int schema) {
      RecordField[] fields =
          RecordField.of(recordClass.asSubclass(Record.class), schema).toArray(RecordField[]::new);
      Form[] nested = new Form[fields.length];
      int fixedBytes = 0;
      for (int i = 0; i < fields.length; i++) {
        RecordField.Kind kind = fields[i].kind();
        fixedBytes += 1 + Math.max(kind.width(), 4);
        if (kind == RecordField.Kind.RECORD || kind == RecordField.Kind.RECORDS) {
          nested[i] = of(fields[i].type(), schema);
        }
      }
      return new Form(fields, nested, fixedBytes);
    }

    void write(Object row, CanonicalHash out) {
      out.reserve(fixedBytes);
      for (int i = 0; i < fields.length; i++) {
        RecordField field = fields[i];
        RecordField.Kind kind = field.kind();
        switch (kind) {
          case BYTE, SHORT, INT, LONG -> out.put(field.whole(row), kind.width());
          case FLAG -> out.put(field.flag(row) ? 1 : 0, 1);
          case STRING,
              DATE,
              ENUM,
              BOXED_SHORT,
              BOXED_INT,
              BOXED_LONG,
              BOXED_FLAG,
              RECORD,
              RECORDS ->
              nullable(field, i, field.value(row), out);
        }
      }
    }

    private void nullable(RecordField field, int index, Object value, CanonicalHash out) {
      out.reserve(fixedBytes);
      if (value == null) {
        out.put(0, 1);
        return;
      }
      out.put(1, 1);
      switch (field.kind()) {
        case STRING -> out.text((String) value);
        case ENUM -> out.text(((Enum<?>) value).name());
        case DATE -> out.put(day((LocalDate) value), 4);
        case BOXED_FLAG -> out.put((Boolean) value ? 1 : 0, 1);
        case BOXED_SHORT, BOXED_INT, BOXED_LONG ->
            out.put(((Number) value).longValue(), field.kind().width());
        case RECORD -> nested[index].write(value, out);
        case RECORDS -> list((List<?>) value, nested[index], out);
        case BYTE, SHORT, INT, LONG, FLAG -> throw new IllegalStateException("never null");
      }
      out.reserve(fixedBytes);
    }

    private static int day(LocalDate date) {
      return Math.toIntExact(date.toEpochDay());
    }

    private static void list(List<?> elements, Form form, CanonicalHash out) {
      out.put(elements.size(), 4);
      for (Object element : elements) {
        out.reserve(1);
        out.put(element == null ? 0 : 1, 1);
        if (element != null) {
          form.write(element, out);
        }
      }
    }
  }
}
