package org.caisse.writers.archive;

import java.io.OutputStream;
import java.util.Arrays;

/** A growing buffer that is written and read in place, kept from page to page. */
final class Bytes extends OutputStream {

  private byte[] array;
  private int size;

  Bytes(int capacity) {
    array = new byte[capacity];
  }

  /** The bytes; those beyond {@link #size()} mean nothing. Valid until the next call. */
  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }

  /** Sets how many bytes there are, after they were written into {@link #array()}. */
  void size(int bytes) {
    size = bytes;
  }

  /** Makes room for more bytes and returns the array to write them into. */
  byte[] room(int more) {
    if (size + more > array.length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, size + more));
    }
    return array;
  }

  @Override
  public void write(int value) {
    room(1);
    array[size++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    room(length);
    System.arraycopy(source, offset, array, size, length);
    size += length;
  }

  void write(Bytes other) {
    write(other.array, 0, other.size);
  }

  /** The lowest bytes of a number, least significant first. */
  void little(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      write((int) (value >> (Byte.SIZE * i)));
    }
  }

  /** A variable-length number without sign (ULEB128). */
  void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      write((int) (rest | 0x80));
      rest >>>= 7;
    }
    write((int) rest);
  }

  /** A variable-length number with sign. */
  void zigzag(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }
}
