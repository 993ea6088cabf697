package org.caisse.writers.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Parquet's DELTA_BINARY_PACKED encoding of whole numbers, over an array at once: differences, in
 * blocks of 128 whose least difference is taken off, packed with as many bits as each 32 need
 * (Apache Parquet, Encodings.md). Constant and slowly rising columns, most of an archive, take next
 * to nothing.
 */
final class DeltaPacked {

  private static final int BLOCK = 128;
  private static final int MINIBLOCK = 32;
  private static final int MINIBLOCKS = BLOCK / MINIBLOCK;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final boolean narrow;
  private final long[] deltas = new long[BLOCK];

  /**
   * @param narrow true for a column of 32 bits, whose differences wrap around in 32 bits
   */
  DeltaPacked(boolean narrow) {
    this.narrow = narrow;
  }

  /** Appends the encoded form. */
  void encode(long[] values, int count, Bytes out) {
    out.unsigned(BLOCK);
    out.unsigned(MINIBLOCKS);
    out.unsigned(count);
    out.zigzag(count == 0 ? 0 : values[0]);
    for (int from = 1; from < count; from += BLOCK) {
      block(values, from, Math.min(BLOCK, count - from), out);
    }
  }

  private void block(long[] values, int from, int count, Bytes out) {
    long least = differences(values, from, count);
    out.zigzag(least);
    Arrays.fill(deltas, count, BLOCK, 0);
    int widths = out.size();
    byte[] array = out.room(MINIBLOCKS + (BLOCK + 1) * Long.BYTES);
    int position = widths + MINIBLOCKS;
    for (int mini = 0; mini < MINIBLOCKS; mini++) {
      int start = mini * MINIBLOCK;
      int width = start < count ? width(start) : 0;
      array[widths + mini] = (byte) width;
      if (width > 0) {
        pack(start, width, array, position);
        position += width * MINIBLOCK / Byte.SIZE;
      }
    }
    out.size(position);
  }

  private long differences(long[] values, int from, int count) {
    long least = Long.MAX_VALUE;
    long previous = values[from - 1];
    for (int i = 0; i < count; i++) {
      long value = values[from + i];
      long delta = narrow ? (int) (value - previous) : value - previous;
      previous = value;
      deltas[i] = delta;
      least = Math.min(least, delta);
    }
    for (int i = 0; i < count; i++) {
      deltas[i] -= least;
    }
    return least;
  }

  private int width(int start) {
    long bits = 0;
    for (int i = start; i < start + MINIBLOCK; i++) {
      bits |= deltas[i];
    }
    return Long.SIZE - Long.numberOfLeadingZeros(bits);
  }

  private void pack(int start, int width, byte[] array, int position) {
    long word = 0;
    int filled = 0;
    int at = position;
    for (int i = start; i < start + MINIBLOCK; i++) {
      long delta = deltas[i];
      word |= delta << filled;
      filled += width;
      if (filled >= Long.SIZE) {
        LONG.set(array, at, word);
        at += Long.BYTES;
        filled -= Long.SIZE;
        word = filled == 0 ? 0 : delta >>> (width - filled);
      }
    }
    // 32 values fill a whole number of 4 bytes; what is written beyond is overwritten.
    LONG.set(array, at, word);
  }
}
