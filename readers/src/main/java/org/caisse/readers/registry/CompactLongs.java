package org.caisse.readers.registry;

import java.util.Arrays;

/**
 * A growing list of numbers that mostly lie near the first one, as keys of a sequence do: four
 * bytes each, and eight only when one lies further away than an {@code int} reaches.
 */
final class CompactLongs {

  private int[] near;
  private long[] far;
  private long base;
  private int size;

  /**
   * @param expected how many will come; more may
   */
  CompactLongs(int expected) {
    near = new int[Math.max(expected, 16)];
  }

  int size() {
    return size;
  }

  long get(int index) {
    return far == null ? base + near[index] : far[index];
  }

  void add(long value) {
    if (size == 0) {
      base = value;
    }
    // The difference may overflow; the sum takes that back, and it is the value that counts.
    int offset = (int) (value - base);
    if (far == null && base + offset != value) {
      far = new long[near.length];
      for (int i = 0; i < size; i++) {
        far[i] = base + near[i];
      }
      near = null;
    }
    if (far == null) {
      if (size == near.length) {
        near = Arrays.copyOf(near, grown(size));
      }
      near[size++] = offset;
    } else {
      if (size == far.length) {
        far = Arrays.copyOf(far, grown(size));
      }
      far[size++] = value;
    }
  }

  /** A capacity for more than so many. */
  static int grown(int size) {
    return Math.addExact(size, Math.max(16, size / 2));
  }
}
