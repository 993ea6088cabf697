package org.caisse.readers.table;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What all bytes of a file say about its encoding and its lines.
 *
 * @param byteOrderMark whether it begins with the mark of UTF-8
 * @param utf16 whether it begins with a mark of UTF-16
 * @param zeros bytes 0, which no text has
 * @param beyondAsciiLines lines with bytes beyond ASCII
 * @param notUtf8Lines those of them that are no UTF-8
 * @param controlsOfLatin1 bytes 80 to 9F outside of UTF-8: characters in windows-1252 only
 * @param carriageReturnsOnly whether lines end with CR and LF never occurs
 * @param bytes size of the file
 */
public record TextProfile(
    boolean byteOrderMark,
    boolean utf16,
    long zeros,
    long beyondAsciiLines,
    long notUtf8Lines,
    long controlsOfLatin1,
    boolean carriageReturnsOnly,
    long bytes) {

  /** What Western spreadsheets write when they do not write UTF-8. */
  public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Reads a whole file once. */
  public static TextProfile of(Path file) throws IOException {
    Scan scan = new Scan();
    byte[] buffer = TextLines.buffer(file);
    try (InputStream in = new FileInputStream(file.toFile())) {
      int read;
      while ((read = in.readNBytes(buffer, 0, buffer.length)) > 0) {
        scan.feed(buffer, read);
      }
    }
    return scan.end();
  }

  /**
   * The encodings that the bytes fit, the one to read with first. Bytes that are UTF-8 beyond ASCII
   * are UTF-8: no other text looks like that by chance. Where some lines are and some are not, most
   * lines decide, and those that do not fit are refused one by one. Else it is windows-1252, which
   * is ISO-8859-1 wherever that has characters: only bytes 80 to 9F tell the two apart.
   */
  public List<Charset> encodings() {
    long utf8Lines = beyondAsciiLines - notUtf8Lines;
    if (byteOrderMark || (beyondAsciiLines > 0 && utf8Lines >= notUtf8Lines)) {
      return List.of(StandardCharsets.UTF_8);
    }
    if (beyondAsciiLines == 0) {
      return List.of(StandardCharsets.UTF_8, WINDOWS_1252, StandardCharsets.ISO_8859_1);
    }
    return controlsOfLatin1 > 0
        ? List.of(WINDOWS_1252)
        : List.of(WINDOWS_1252, StandardCharsets.ISO_8859_1);
  }

  /** Goes over the bytes with the state that UTF-8 needs. */
  private static final class Scan {
    private final byte[] first = new byte[3];
    private long bytes;
    private long zeros;
    private long lineFeeds;
    private long carriageReturns;
    private long beyondAsciiLines;
    private long notUtf8Lines;
    private long controls;
    private boolean beyondAscii;
    private boolean malformed;
    private long controlsOfLine;
    private int pending;
    private int least;
    private int codePoint;

    void feed(byte[] buffer, int length) {
      for (int i = 0; i < length; i++) {
        byte b = buffer[i];
        if (bytes < first.length) {
          first[(int) bytes] = b;
        }
        bytes++;
        if (b > '\r' && pending == 0) {
          continue;
        }
        one(b & 0xff);
      }
    }

    private void one(int b) {
      controlsOfLine += b >= 0x80 && b < 0xA0 ? 1 : 0;
      if (b == '\n' || b == '\r') {
        lineFeeds += b == '\n' ? 1 : 0;
        carriageReturns += b == '\r' ? 1 : 0;
        endLine();
      } else if (pending > 0) {
        continuation(b);
      } else if (b >= 0x80) {
        beyondAscii = true;
        lead(b);
      } else {
        zeros += b == 0 ? 1 : 0;
      }
    }

    private void lead(int b) {
      if (b >= 0xC2 && b <= 0xDF) {
        start(1, 0x80, b & 0x1F);
      } else if (b >= 0xE0 && b <= 0xEF) {
        start(2, 0x800, b & 0x0F);
      } else if (b >= 0xF0 && b <= 0xF4) {
        start(3, 0x10000, b & 0x07);
      } else {
        malformed = true;
      }
    }

    private void start(int continuations, int leastCodePoint, int bits) {
      pending = continuations;
      least = leastCodePoint;
      codePoint = bits;
    }

    private void continuation(int b) {
      if ((b & 0xC0) != 0x80) {
        malformed = true;
        pending = 0;
        one(b);
        return;
      }
      controlsOfLine += b < 0xA0 ? 1 : 0;
      codePoint = (codePoint << 6) | (b & 0x3F);
      pending--;
      boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
      if (pending == 0 && (codePoint < least || codePoint > 0x10FFFF || surrogate)) {
        malformed = true;
      }
    }

    private void endLine() {
      malformed |= pending > 0;
      pending = 0;
      beyondAsciiLines += beyondAscii ? 1 : 0;
      notUtf8Lines += malformed ? 1 : 0;
      controls += malformed ? controlsOfLine : 0;
      controlsOfLine = 0;
      beyondAscii = false;
      malformed = false;
    }

    TextProfile end() {
      endLine();
      boolean mark =
          bytes >= 3
              && first[0] == (byte) 0xEF
              && first[1] == (byte) 0xBB
              && first[2] == (byte) 0xBF;
      boolean utf16 = bytes >= 2 && ((first[0] & first[1] & 0xfe) == 0xfe) && first[0] != first[1];
      return new TextProfile(
          mark,
          utf16,
          zeros,
          beyondAsciiLines,
          notUtf8Lines,
          controls,
          lineFeeds == 0 && carriageReturns > 0,
          bytes);
    }
  }
}
