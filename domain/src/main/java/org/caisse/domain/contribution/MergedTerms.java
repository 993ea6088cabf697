package org.caisse.domain.contribution;

/**
 * The key of terms under which an employer's month is assessed while some of its persons are known
 * by several numbers: the key of the terms, and which numbers those are.
 */
public final class MergedTerms {

  private static final char MARK = '+';

  private MergedTerms() {}

  /** The key of terms together with the numbers. */
  public static String of(String key, String numbers) {
    return key + MARK + numbers;
  }

  /** The key of the terms alone. */
  public static String plain(String key) {
    int mark = key.indexOf(MARK);
    return mark < 0 ? key : key.substring(0, mark);
  }
}
