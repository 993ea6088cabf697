package org.caisse.writers.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

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
  private static final int HEADER_BYTES = 32;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final boolean narrow;
  private final long[] deltas = new long[BLOCK];
  private byte[] out = new byte[HEADER_BYTES];
  private int position;

  /**
   * @param narrow true for a column of 32 bits, whose differences wrap around in 32 bits
   */
  DeltaPacked(boolean narrow) {
    this.narrow = narrow;
  }

  /** The encoded form, valid until the next call. */
  BytesInput encode(long[] values, int count) {
    int blocks = (count + BLOCK - 1) / BLOCK;
    int bound = HEADER_BYTES + blocks * (16 + BLOCK * Long.BYTES);
    if (out.length < bound) {
      out = new byte[bound];
    }
    position = 0;
    unsigned(BLOCK);
    unsigned(MINIBLOCKS);
    unsigned(count);
    zigzag(count == 0 ? 0 : values[0]);
    for (int from = 1; from < count; from += BLOCK) {
      block(values, from, Math.min(BLOCK, count - from));
    }
    return BytesInput.from(out, 0, position);
  }

  private void block(long[] values, int from, int count) {
    long least = differences(values, from, count);
    zigzag(least);
    Arrays.fill(deltas, count, BLOCK, 0);
    int widths = position;
    position += MINIBLOCKS;
    for (int mini = 0; mini < MINIBLOCKS; mini++) {
      int start = mini * MINIBLOCK;
      int width = 0;
      if (start < count) {
        width = width(start);
        if (width > 0) {
          pack(start, width);
        }
      }
      out[widths + mini] = (byte) width;
    }
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

  private void pack(int start, int width) {
    long word = 0;
    int filled = 0;
    int at = position;
    for (int i = start; i < start + MINIBLOCK; i++) {
      long delta = deltas[i];
      word |= delta << filled;
      filled += width;
      if (filled >= Long.SIZE) {
        LONG.set(out, at, word);
        at += Long.BYTES;
        filled -= Long.SIZE;
        word = filled == 0 ? 0 : delta >>> (width - filled);
      }
    }
    // 32 values fill a whole number of 4 bytes; what is written beyond is overwritten.
    LONG.set(out, at, word);
    position += width * MINIBLOCK / Byte.SIZE;
  }

  private void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out[position++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    out[position++] = (byte) rest;
  }

  private void zigzag(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }
}
