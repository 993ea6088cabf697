package org.caisse.readers.received;

import java.text.Normalizer;
import java.util.Locale;

/** Compares titles of columns as people do: without case, accents, punctuation and spaces. */
final class Titles {

  private Titles() {}

  /** A title by which it is compared with others. */
  static String key(String title) {
    StringBuilder key = new StringBuilder(title.length());
    String apart = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    boolean gap = false;
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && key.length() > 0) {
          key.append(' ');
        }
        gap = false;
        key.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        gap = true;
      }
    }
    return key.toString();
  }
}
