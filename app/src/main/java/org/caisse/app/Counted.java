package org.caisse.app;

import java.util.Locale;

/** Numbers with what is counted, as the terminal says them: 1 line, 2 lines, 1 body. */
final class Counted {

  private Counted() {}

  /**
   * The number, grouped, and the word.
   *
   * @param plural regular: it ends in s, or in ies where one ends in y; empty for the number alone
   */
  static String of(long number, String plural) {
    String word = number == 1 ? one(plural) : plural;
    return String.format(Locale.ROOT, "%,d %s", number, word).strip();
  }

  private static String one(String plural) {
    return plural.endsWith("ies")
        ? plural.substring(0, plural.length() - "ies".length()) + "y"
        : plural.substring(0, Math.max(0, plural.length() - 1));
  }
}
