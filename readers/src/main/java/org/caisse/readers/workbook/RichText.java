package org.caisse.readers.workbook;

import java.io.IOException;

/**
 * Text as cells have it: in one piece or in runs of different looks, with phonetic hints that are
 * no part of it, and with characters that XML cannot hold written as {@code _x000D_} (ECMA-376 part
 * 1, 22.9.2.19).
 */
final class RichText {

  private static final int ESCAPE_CHARS = "_x000D_".length();

  private RichText() {}

  /**
   * Adds the text of the element whose start was reached ({@code si} or {@code is}).
   *
   * @param most characters that the builder may hold
   */
  static void read(XmlPart part, StringBuilder into, int most) throws IOException {
    while (part.nextElement()) {
      switch (part.element()) {
        case "t" -> plain(part, into, most);
        case "r" -> read(part, into, most);
        default -> part.skip();
      }
    }
  }

  /** Adds the text of the element whose start was reached, which has no runs ({@code t}). */
  static void plain(XmlPart part, StringBuilder into, int most) throws IOException {
    int from = into.length();
    part.text(into, most);
    unescape(into, from);
  }

  private static void unescape(StringBuilder text, int from) {
    int at = from;
    while ((at = text.indexOf("_x", at)) >= 0) {
      int character = escaped(text, at);
      if (character >= 0) {
        text.replace(at, at + ESCAPE_CHARS, String.valueOf((char) character));
      }
      at++;
    }
  }

  /** The character that is written at this place, or -1. Halves of a character are none. */
  private static int escaped(CharSequence text, int at) {
    if (at + ESCAPE_CHARS > text.length() || text.charAt(at + ESCAPE_CHARS - 1) != '_') {
      return -1;
    }
    int character = 0;
    for (int i = at + 2; i < at + ESCAPE_CHARS - 1; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      character = character * 16 + digit;
    }
    return Character.isSurrogate((char) character) ? -1 : character;
  }
}
