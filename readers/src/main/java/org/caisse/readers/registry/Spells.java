package org.caisse.readers.registry;

import java.util.Arrays;

/**
 * First and last days of many persons, four bytes each: most persons share theirs with many others,
 * so that each pair of days is kept once.
 */
final class Spells {

  private int[] pairs;
  private int size;
  private long[] distinct = new long[64];
  private int[] table = new int[256];
  private int known;

  /**
   * @param expected how many persons will come; more may
   */
  Spells(int expected) {
    pairs = new int[Math.max(expected, 16)];
  }

  /** Adds those of the next person, as epoch days. */
  void add(int from, int to) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, CompactLongs.grown(size));
    }
    pairs[size++] = indexOf(((long) from << Integer.SIZE) | (to & 0xFFFF_FFFFL));
  }

  int from(int person) {
    return (int) (distinct[pairs[person]] >>> Integer.SIZE);
  }

  int to(int person) {
    return (int) distinct[pairs[person]];
  }

  private int indexOf(long pair) {
    int slot = slot(pair);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    if (known == distinct.length) {
      distinct = Arrays.copyOf(distinct, CompactLongs.grown(known));
    }
    distinct[known++] = pair;
    table[slot] = known;
    if (known > table.length / 2) {
      table = new int[table.length * 2];
      for (int i = 0; i < known; i++) {
        table[slot(distinct[i])] = i + 1;
      }
    }
    return known - 1;
  }

  /** Where a pair stands in the table, or the free slot where it would. */
  private int slot(long pair) {
    int slot = PersonNumbers.mix((int) (pair ^ (pair >>> Integer.SIZE))) & (table.length - 1);
    while (table[slot] != 0 && distinct[table[slot] - 1] != pair) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
