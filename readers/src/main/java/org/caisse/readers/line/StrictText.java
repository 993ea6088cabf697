package org.caisse.readers.line;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells whether the bytes of a line are strict UTF-8 without control characters (TAB is none). */
final class StrictText {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer chars = CharBuffer.allocate(LineSource.MAX_LINE_BYTES);

  /** Whether a character may not stand in a line. */
  static boolean isControl(char c) {
    return c != '\t' && Character.isISOControl(c);
  }

  /**
   * @param bytes where the line is
   * @param from its first byte
   * @param length at most {@link LineSource#MAX_LINE_BYTES}
   */
  boolean isValid(byte[] bytes, int from, int length) {
    chars.clear();
    decoder.reset();
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, from, length), chars, true);
    if (result.isError()) {
      return false;
    }
    chars.flip();
    for (int i = 0; i < chars.limit(); i++) {
      if (isControl(chars.get(i))) {
        return false;
      }
    }
    return true;
  }
}
