package org.caisse.readers.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides whether a number format shows a number as a day of the calendar (with or without the time
 * of day). Times and durations alone are no days.
 *
 * <p>Source: ECMA-376 part 1, 18.8.30 (built-in formats, those of East Asia included) and 18.8.31
 * (format codes): {@code d}, {@code m} and {@code y} show a day unless they are quoted or escaped;
 * {@code m} next to hours or seconds shows minutes.
 */
final class NumberFormatCode {

  /** Quoted, escaped, filling and spacing characters, and brackets that hold no elapsed time. */
  private static final Pattern NO_FIELD =
      Pattern.compile(
          "\"[^\"]*\"?|\\\\.|[_*].|\\[(?!(h+|m+|s+)\\])[^\\]]*\\]?|AM/PM|A/P",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SECONDS = Pattern.compile("s\\.0+");

  private NumberFormatCode() {}

  /** Whether the built-in format of this number shows a day. */
  static boolean showsDay(int builtIn) {
    return (builtIn >= 14 && builtIn <= 17)
        || builtIn == 22
        || (builtIn >= 27 && builtIn <= 31)
        || builtIn == 36
        || (builtIn >= 50 && builtIn <= 54)
        || builtIn == 57
        || builtIn == 58;
  }

  /** Whether a format with this code shows a day. */
  static boolean showsDay(String code) {
    String fields = NO_FIELD.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
    int section = fields.indexOf(';');
    String first = section < 0 ? fields : fields.substring(0, section);
    if (first.equals("general") || first.equals("standard")) {
      return false;
    }
    String dateOnly = SECONDS.matcher(first).replaceAll("s");
    if (containsAny(dateOnly, "0#?")) {
      return false;
    }
    return containsAny(first, "yd") || (containsAny(first, "m") && !containsAny(first, "hs"));
  }

  private static boolean containsAny(String text, String characters) {
    return text.chars().anyMatch(c -> characters.indexOf(c) >= 0);
  }
}
