package org.caisse.writers.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A growing piece of UTF-8 text. Most of a document is the same for everyone: such parts are
 * encoded once and added as bytes.
 */
public final class TextBytes {

  private static final int FIRST_BYTES = 4096;
  private static final int MAX_BYTES_A_CHAR = 3;
  private static final int MAX_DIGITS = 20;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  /** Adds text that is encoded already. */
  public TextBytes add(byte[] utf8) {
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
    return this;
  }

  /** Adds one ASCII character. */
  public TextBytes add(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** Adds text; half a surrogate pair becomes the replacement character. */
  public TextBytes add(String text) {
    int chars = text.length();
    room(Math.multiplyExact(chars, MAX_BYTES_A_CHAR));
    int i = 0;
    while (i < chars) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | (c >> 6));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
      } else if (isPair(text, i)) {
        addPair(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        add3(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
      i++;
    }
    return this;
  }

  /** Adds an integer in decimal digits. */
  public TextBytes add(long number) {
    if (number < 0) {
      return add(Long.toString(number));
    }
    room(MAX_DIGITS);
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    int at = length + digits;
    long rest = number;
    do {
      bytes[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    length += digits;
    return this;
  }

  /** Number of bytes so far. */
  public int length() {
    return length;
  }

  /** Forgets everything; the memory stays. */
  public void clear() {
    length = 0;
  }

  /** A copy of the text. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes the text out and forgets it. */
  public void drainTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    clear();
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  private void add3(char c) {
    bytes[length++] = (byte) (0xE0 | (c >> 12));
    bytes[length++] = (byte) (0x80 | (c >> 6 & 0x3F));
    bytes[length++] = (byte) (0x80 | (c & 0x3F));
  }

  private void addPair(int codePoint) {
    bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
    bytes[length++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
    bytes[length++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
    bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
  }

  private void room(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }
}
