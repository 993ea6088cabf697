package org.caisse.writers.copy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows into a PostgreSQL table by {@code COPY … FROM STDIN (FORMAT BINARY)}, in the transaction of
 * the connection it is given. Each row is announced with its number of columns, then its values
 * follow in the order of the statement. To be used by one thread; allocates nothing per row.
 *
 * <p>Source of the format: PostgreSQL documentation, COPY, "Binary Format".
 */
public final class BinaryCopy implements AutoCloseable {

  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  /** What is sent at once; the buffer is larger so that a row need not be cut. */
  private static final int SEND_BYTES = 128 * 1024;

  private static final int ROOM_FOR_ROW = 16 * 1024;

  /** Bytes of a value with its length, the largest but text. */
  private static final int WIDEST = 12;

  /** Numeric values are digits of this base, after a head. */
  private static final int BASE = 10_000;

  private static final int BASE_DIGITS = 4;
  private static final int NUMERIC_HEAD = 8;
  private static final int NEGATIVE = 0x4000;

  private static final int UTF8_BYTES_PER_CHAR = 3;

  /** Days from 1970-01-01, Java's epoch, to 2000-01-01, PostgreSQL's. */
  private static final int EPOCH_DAYS = 10_957;

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] buffer = new byte[SEND_BYTES + ROOM_FOR_ROW];
  private String sql = "";
  private CopyIn copy;
  private int position;
  private int columns;
  private int given;
  private long rows;

  private BinaryCopy() {}

  /**
   * Starts a COPY.
   *
   * @param connection on which the caller's transaction is open
   * @param sql {@code COPY table (columns) FROM STDIN (FORMAT BINARY)}
   */
  public static BinaryCopy open(Connection connection, String sql) throws SQLException {
    BinaryCopy opened = new BinaryCopy();
    opened.reopen(connection, sql);
    return opened;
  }

  /** Starts another COPY with the buffer of one that was finished or closed. */
  public void reopen(Connection connection, String sql) throws SQLException {
    if (copy != null) {
      throw new IllegalStateException("'" + this.sql + "' was neither finished nor closed");
    }
    this.sql = sql;
    rows = 0;
    columns = 0;
    given = 0;
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
    Arrays.fill(buffer, SIGNATURE.length, SIGNATURE.length + 8, (byte) 0);
    position = SIGNATURE.length + 8;
  }

  /**
   * Begins a row, and sends what has gathered.
   *
   * @param columns values that will follow
   * @throws IllegalStateException when the row before has too few values
   */
  public void row(int columns) throws SQLException {
    endRow();
    if (rows > 0 && columns != this.columns) {
      throw new IllegalStateException(
          "row %d of '%s' has %d columns, those before have %d"
              .formatted(rows + 1, sql, columns, this.columns));
    }
    if (position >= SEND_BYTES) {
      send();
    }
    room(2);
    SHORT.set(buffer, position, (short) columns);
    position += 2;
    this.columns = columns;
    given = 0;
    rows++;
  }

  /** A {@code smallint}. */
  public void int2(short value) {
    length(2);
    SHORT.set(buffer, position, value);
    position += 2;
  }

  /** An {@code integer}. */
  public void int4(int value) {
    length(4);
    INT.set(buffer, position, value);
    position += 4;
  }

  /** A {@code bigint}. */
  public void int8(long value) {
    length(8);
    LONG.set(buffer, position, value);
    position += 8;
  }

  /** A {@code boolean}. */
  public void bool(boolean value) {
    length(1);
    buffer[position++] = (byte) (value ? 1 : 0);
  }

  /** A {@code date}, or null. */
  public void date(LocalDate value) {
    if (value == null) {
      nul();
    } else {
      dateEpochDay(Math.toIntExact(value.toEpochDay()));
    }
  }

  /**
   * A {@code date}.
   *
   * @param value days since 1970-01-01
   */
  public void dateEpochDay(int value) {
    int4(Math.subtractExact(value, EPOCH_DAYS));
  }

  /**
   * A {@code numeric}, or null: up to 18 digits, of which those after the point are a multiple of
   * four once zeros are added.
   */
  public void numeric(BigDecimal value) {
    if (value == null) {
      nul();
      return;
    }
    int scale = Math.max(0, value.scale());
    int fraction = (scale + BASE_DIGITS - 1) / BASE_DIGITS;
    long rest = value.movePointRight(fraction * BASE_DIGITS).longValueExact();
    boolean negative = rest < 0;
    rest = Math.abs(rest);
    int digits = 0;
    for (long left = rest; left > 0; left /= BASE) {
      digits++;
    }
    room(WIDEST + NUMERIC_HEAD + 2 * digits);
    length(NUMERIC_HEAD + 2 * digits);
    SHORT.set(buffer, position, (short) digits);
    SHORT.set(buffer, position + 2, (short) (digits == 0 ? 0 : digits - 1 - fraction));
    SHORT.set(buffer, position + 4, (short) (negative ? NEGATIVE : 0));
    SHORT.set(buffer, position + 6, (short) scale);
    position += NUMERIC_HEAD;
    for (int i = digits - 1; i >= 0; i--) {
      SHORT.set(buffer, position + 2 * i, (short) (rest % BASE));
      rest /= BASE;
    }
    position += 2 * digits;
  }

  /** A {@code uuid}. */
  public void uuid(UUID value) {
    room(WIDEST + 16);
    length(16);
    LONG.set(buffer, position, value.getMostSignificantBits());
    LONG.set(buffer, position + 8, value.getLeastSignificantBits());
    position += 16;
  }

  /** A null of any type. */
  public void nul() {
    length(-1);
  }

  /**
   * A {@code text} or {@code varchar}, or null.
   *
   * @throws IllegalArgumentException when it holds what PostgreSQL cannot store: the character NUL,
   *     or half of a surrogate pair
   */
  public void text(CharSequence value) {
    if (value == null) {
      nul();
      return;
    }
    int chars = value.length();
    room(WIDEST + chars * UTF8_BYTES_PER_CHAR);
    int start = position;
    length(chars);
    for (int i = 0; i < chars; i++) {
      char c = value.charAt(i);
      if (c != 0 && c < 0x80) {
        buffer[position++] = (byte) c;
      } else {
        i += character(value, i);
      }
    }
    INT.set(buffer, start, position - start - 4);
  }

  /** Ends the COPY and returns the number of rows stored, which is that of the rows given. */
  public long finish() throws SQLException {
    endRow();
    room(2);
    SHORT.set(buffer, position, (short) -1);
    position += 2;
    send();
    long stored = copy.endCopy();
    copy = null;
    if (stored != rows) {
      throw new IllegalStateException(
          "'%s' was given %d rows and stored %d: roll back and look at the table's triggers"
              .formatted(sql, rows, stored));
    }
    return stored;
  }

  /** Without {@link #finish()} before: cancels the COPY, which fails the transaction. */
  @Override
  public void close() throws SQLException {
    CopyIn open = copy;
    copy = null;
    if (open != null && open.isActive()) {
      open.cancelCopy();
    }
  }

  private void endRow() {
    if (copy == null) {
      throw new IllegalStateException("'" + sql + "' is finished or closed");
    }
    if (given != columns) {
      throw new IllegalStateException(
          "row %d of '%s' was announced with %d columns and has %d"
              .formatted(rows, sql, columns, given));
    }
  }

  private void send() throws SQLException {
    copy.writeToCopy(buffer, 0, position);
    position = 0;
    if (buffer.length > 2 * SEND_BYTES) {
      buffer = new byte[SEND_BYTES + ROOM_FOR_ROW];
    }
  }

  private void length(int bytes) {
    if (++given > columns) {
      throw new IllegalStateException(
          "row %d of '%s' was announced with %d columns and gets more"
              .formatted(rows, sql, columns));
    }
    room(WIDEST);
    INT.set(buffer, position, bytes);
    position += 4;
  }

  private void room(int bytes) {
    if (position + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, position + bytes));
    }
  }

  /** Encodes a character that is not ASCII; returns how many chars it took beyond one. */
  private int character(CharSequence text, int at) {
    char c = text.charAt(at);
    if (c == 0) {
      throw refused("the character NUL", at);
    }
    if (c < 0x800) {
      buffer[position++] = (byte) (0xC0 | (c >> 6));
      tail(c);
      return 0;
    }
    if (!Character.isSurrogate(c)) {
      buffer[position++] = (byte) (0xE0 | (c >> 12));
      tail(c >> 6);
      tail(c);
      return 0;
    }
    if (Character.isLowSurrogate(c)
        || at + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(at + 1))) {
      throw refused("half a surrogate pair", at);
    }
    int point = Character.toCodePoint(c, text.charAt(at + 1));
    buffer[position++] = (byte) (0xF0 | (point >> 18));
    tail(point >> 12);
    tail(point >> 6);
    tail(point);
    return 1;
  }

  private void tail(int bits) {
    buffer[position++] = (byte) (0x80 | (bits & 0x3F));
  }

  private IllegalArgumentException refused(String what, int at) {
    return new IllegalArgumentException(
        "column %d of row %d of '%s' has %s at position %d: refuse such text where it is read"
            .formatted(given, rows, sql, what, at + 1));
  }
}
