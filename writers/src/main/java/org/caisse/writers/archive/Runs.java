package org.caisse.writers.archive;

/**
 * Parquet's hybrid of run lengths and bit packing (RLE, Apache Parquet, Encodings.md) for small
 * numbers that mostly repeat: truth values, presence, positions in a dictionary.
 */
final class Runs {

  /** Greatest width of a value: eight values fill at most a {@code long}. */
  static final int MAX_WIDTH = Byte.SIZE;

  private static final int GROUP = 8;

  private final int width;
  private final Bytes groups = new Bytes(64);

  /**
   * @param width bits of a value, 1 to {@link #MAX_WIDTH}
   */
  Runs(int width) {
    this.width = width;
  }

  /** Appends the encoded form. */
  void encode(int[] values, int count, Bytes out) {
    int at = 0;
    while (at < count) {
      int same = same(values, at, count);
      if (same >= GROUP || at + same == count) {
        endGroups(out);
        out.unsigned((long) same << 1);
        out.little(values[at], (width + 7) / Byte.SIZE);
        at += same;
      } else {
        addGroup(values, at, count);
        at += GROUP;
      }
    }
    endGroups(out);
  }

  private static int same(int[] values, int from, int count) {
    int to = from + 1;
    while (to < count && values[to] == values[from]) {
      to++;
    }
    return to - from;
  }

  private void addGroup(int[] values, int from, int count) {
    long word = 0;
    int to = Math.min(count, from + GROUP);
    for (int i = from; i < to; i++) {
      word |= (long) values[i] << ((i - from) * width);
    }
    groups.little(word, width);
  }

  private void endGroups(Bytes out) {
    if (groups.size() > 0) {
      out.unsigned(((long) (groups.size() / width) << 1) | 1);
      out.write(groups);
      groups.size(0);
    }
  }
}
