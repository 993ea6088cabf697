package org.caisse.writers.document;

import java.nio.charset.StandardCharsets;
import org.caisse.writers.file.TextBytes;

/** Text as HTML shows it. */
final class Html {

  private static final byte[] AMPERSAND = "&amp;".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LESS = "&lt;".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GREATER = "&gt;".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] QUOTE = "&#34;".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] APOSTROPHE = "&#39;".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  private Html() {}

  /** Adds a text; markup in it is shown, not obeyed, and control characters become visible. */
  static void add(TextBytes out, String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      byte[] shown = shown(text.charAt(i));
      if (shown != null) {
        out.add(text.substring(start, i)).add(shown);
        start = i + 1;
      }
    }
    out.add(start == 0 ? text : text.substring(start));
  }

  private static byte[] shown(char c) {
    return switch (c) {
      case '&' -> AMPERSAND;
      case '<' -> LESS;
      case '>' -> GREATER;
      case '"' -> QUOTE;
      case '\'' -> APOSTROPHE;
      case '\t', '\n' -> null;
      default -> c < ' ' ? REPLACEMENT : null;
    };
  }
}
