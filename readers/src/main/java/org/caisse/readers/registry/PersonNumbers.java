package org.caisse.readers.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A set of identifiers with their indexes, in a few primitive arrays. A slot of the table holds the
 * index plus one in its low bits and, in the bits that are left, part of the hash, so that most
 * other identifiers are told apart without looking at their text; the text decides.
 */
final class PersonNumbers {

  private final byte[] text;
  private final int[] starts;
  private final int length;
  private final int[] table;
  private final int indexBits;

  /**
   * @param starts where each begins, and the end of the last; null when all are of one length
   * @param length that length
   */
  private PersonNumbers(byte[] text, int[] starts, int length, int count) {
    this.text = text;
    this.starts = starts;
    this.length = length;
    indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    table = new int[tableSize(count)];
    for (int index = 0; index < count; index++) {
      insert(index);
    }
  }

  /** The index of an identifier, or -1. */
  int find(CharSequence no) {
    int length = no.length();
    int hash = 0;
    for (int i = 0; i < length; i++) {
      char c = no.charAt(i);
      if (c >= 0x80) {
        byte[] bytes = utf8(no);
        return bytes == null ? -1 : find(bytes, 0, bytes.length);
      }
      hash = 31 * hash + c;
    }
    hash = mix(hash);
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      int index = indexAt(slot, hash);
      if (index >= 0 && isAscii(index, no, length)) {
        return index;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return -1;
  }

  private int find(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      int index = indexAt(slot, hash);
      if (index >= 0 && Arrays.equals(text, start(index), start(index + 1), bytes, from, to)) {
        return index;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return -1;
  }

  private void insert(int index) {
    int from = start(index);
    int to = start(index + 1);
    int hash = hash(text, from, to);
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      int other = indexAt(slot, hash);
      if (other >= 0 && Arrays.equals(text, start(other), start(other + 1), text, from, to)) {
        throw new IllegalArgumentException(
            "two persons have the number '%s'; the registry should refuse the second"
                .formatted(new String(text, from, to - from, StandardCharsets.UTF_8)));
      }
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = tag(hash) | (index + 1);
  }

  /** The index in an occupied slot, or -1 when its part of the hash is another. */
  private int indexAt(int slot, int hash) {
    int entry = table[slot];
    int mask = indexMask();
    return (entry & ~mask) == tag(hash) ? (entry & mask) - 1 : -1;
  }

  private int tag(int hash) {
    return hash & ~indexMask();
  }

  private int indexMask() {
    return (int) ((1L << indexBits) - 1);
  }

  private int start(int index) {
    return starts == null ? index * length : starts[index];
  }

  private boolean isAscii(int index, CharSequence no, int sought) {
    int start = start(index);
    if (start(index + 1) - start != sought) {
      return false;
    }
    for (int i = 0; i < sought; i++) {
      if (text[start + i] != no.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of a text, or null when it holds half of a surrogate pair. */
  static byte[] utf8(CharSequence no) {
    String string = no.toString();
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.UTF_8).equals(string) ? bytes : null;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return mix(hash);
  }

  /** Spreads a polynomial hash over all bits (the finalizer of MurmurHash3). */
  static int mix(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EB_CA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2_AE35;
    return mixed ^ (mixed >>> 16);
  }

  private static int tableSize(int count) {
    int atLeast = Math.max(16, Math.addExact(count, count / 2));
    return Integer.highestOneBit(atLeast - 1) << 1;
  }

  /** Collects identifiers; their order gives their indexes. */
  static final class Builder {

    private final int expected;
    private byte[] text = new byte[0];
    private int[] starts;
    private int length = -1;
    private int end;
    private int count;

    /**
     * @param expected how many will come; more may
     */
    Builder(int expected) {
      this.expected = expected;
    }

    void add(byte[] no) {
      if (length < 0) {
        length = no.length;
        text = new byte[Math.multiplyExact(Math.max(expected, 16), Math.max(length, 1))];
      } else if (starts == null && no.length != length) {
        starts = new int[Math.max(expected, count + 16) + 1];
        for (int i = 0; i <= count; i++) {
          starts[i] = i * length;
        }
      }
      int next = Math.addExact(end, no.length);
      if (next > text.length) {
        text = Arrays.copyOf(text, Math.max(next, CompactLongs.grown(text.length)));
      }
      System.arraycopy(no, 0, text, end, no.length);
      end = next;
      count++;
      if (starts != null) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, CompactLongs.grown(count));
        }
        starts[count] = end;
      }
    }

    PersonNumbers build() {
      return new PersonNumbers(text, starts, length, count);
    }
  }
}
