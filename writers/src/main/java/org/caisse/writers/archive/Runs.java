package org.caisse.writers.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/**
 * Parquet's hybrid of run lengths and bit packing, for small numbers that mostly repeat: truth
 * values, presence, positions in a dictionary.
 */
final class Runs {

  private static final int SLAB = 256;

  private Runs() {}

  /**
   * The encoded form.
   *
   * @param width bits of a value, 0 to 32
   */
  static BytesInput of(int[] values, int count, int width) {
    if (count == 0) {
      return BytesInput.empty();
    }
    return constant(values, count)
        ? BytesInput.concat(BytesInput.fromUnsignedVarInt(count << 1), padded(values[0], width))
        : mixed(values, count, width);
  }

  private static boolean constant(int[] values, int count) {
    int first = values[0];
    int different = 0;
    for (int i = 1; i < count; i++) {
      different |= values[i] ^ first;
    }
    return different == 0;
  }

  private static BytesInput padded(int value, int width) {
    byte[] bytes = new byte[(width + 7) / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >> (8 * i));
    }
    return BytesInput.from(bytes);
  }

  private static BytesInput mixed(int[] values, int count, int width) {
    try (var encoder =
        new RunLengthBitPackingHybridEncoder(
            width, SLAB, Column.PAGE_ROWS, HeapByteBufferAllocator.getInstance())) {
      for (int i = 0; i < count; i++) {
        encoder.writeInt(values[i]);
      }
      var bytes = new ByteArrayOutputStream();
      encoder.toBytes().writeAllTo(bytes);
      return BytesInput.from(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: the encoder writes to memory", e);
    }
  }
}
