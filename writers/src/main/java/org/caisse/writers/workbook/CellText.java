package org.caisse.writers.workbook;

import java.util.regex.Pattern;

/** Text as the cells of a workbook can hold it. */
final class CellText {

  /** Half of what fits into a cell, and as much as our own reader keeps of one. */
  static final int MOST = 16_384;

  private static final String CUT = "…";

  /** The format writes a character as {@code _x0041_}; a text that looks so must say so. */
  private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private CellText() {}

  /**
   * The text as people will see it: what XML cannot hold is shown as U+FFFD, and what is too long
   * is cut.
   */
  static String visible(String text) {
    int bad = firstBad(text);
    String visible = bad < 0 ? text : replaced(text, bad);
    if (visible.length() <= MOST) {
      return visible;
    }
    int end = MOST - CUT.length();
    return visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end)
        + CUT;
  }

  /** The text as the format spells it. */
  static String spelled(String visible) {
    return visible.indexOf("_x") < 0 ? visible : LIKE_ESCAPE.matcher(visible).replaceAll("_x005F_");
  }

  /** Whether spaces at its edges or line breaks would be lost in a plain element. */
  static boolean needsKeeping(String text) {
    return !text.isEmpty()
        && (text.charAt(0) <= ' '
            || text.charAt(text.length() - 1) <= ' '
            || text.indexOf('\n') >= 0
            || text.indexOf("  ") >= 0);
  }

  private static int firstBad(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= '\uD800') {
        int length = goodLength(text, i);
        if (length == 0) {
          return i;
        }
        i += length - 1;
      }
    }
    return -1;
  }

  /** Number of chars of the character at a place, or 0 when XML cannot hold it. */
  private static int goodLength(String text, int at) {
    char c = text.charAt(at);
    if (c == '\t' || c == '\n') {
      return 1;
    }
    if (Character.isSurrogate(c)) {
      return Character.isHighSurrogate(c)
              && at + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(at + 1))
          ? 2
          : 0;
    }
    return c < ' ' || c >= '\uFFFE' ? 0 : 1;
  }

  private static String replaced(String text, int from) {
    StringBuilder visible = new StringBuilder(text);
    for (int i = from; i < text.length(); i++) {
      int length = goodLength(text, i);
      if (length == 0) {
        visible.setCharAt(i, '\uFFFD');
      } else {
        i += length - 1;
      }
    }
    return visible.toString();
  }
}
