package org.caisse.readers.received;

import java.util.regex.Pattern;

/**
 * An amount as somebody wrote it, taken apart without deciding what cannot be seen: in {@code
 * 150.000} the point may stand before decimals or between groups of digits.
 *
 * @param reading what can be said of it
 * @param negative whether a minus sign stands before it
 * @param whole digits before decimals, without grouping; where the mark is ambiguous, those before
 *     the mark
 * @param decimals digits after them; where the mark is ambiguous, the three after the mark
 * @param decimalMark the mark that can only stand before decimals, else a space
 * @param thousandsMark the point or comma that can only stand between groups, else a space
 * @param ambiguousMark the mark that may be either, else a space
 */
record AmountText(
    Reading reading,
    boolean negative,
    String whole,
    String decimals,
    char decimalMark,
    char thousandsMark,
    char ambiguousMark) {

  /** What can be said of a text. */
  enum Reading {
    /** It is this amount, whatever the marks of other values mean. */
    CERTAIN,
    /** Its one mark may be either. */
    AMBIGUOUS,
    /** It is no amount. */
    UNREADABLE,
    /** It was a number once, and digits of it are lost: 1,23E+11. */
    ROUNDED
  }

  private static final char NONE = ' ';
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]{1,3}");
  private static final int GROUP = 3;
  private static final AmountText UNREADABLE =
      new AmountText(Reading.UNREADABLE, false, "", "", NONE, NONE, NONE);
  private static final AmountText ROUNDED =
      new AmountText(Reading.ROUNDED, false, "", "", NONE, NONE, NONE);

  /** Takes a text apart that is not blank and has no spaces around it. */
  static AmountText of(String text) {
    int from = 0;
    boolean negative = false;
    char first = text.charAt(0);
    if (first == '-' || first == '+' || first == '\u2212') {
      negative = first != '+';
      from = 1;
    }
    int end = text.length();
    boolean digitsOnly = from < end;
    for (int i = from; i < end && digitsOnly; i++) {
      digitsOnly = isDigit(text.charAt(i));
    }
    if (digitsOnly) {
      return certain(negative, text.substring(from), "", NONE, NONE);
    }
    if (mayBeScientific(text) && SCIENTIFIC.matcher(text).matches()) {
      return ROUNDED;
    }
    return marked(negative, text.substring(from));
  }

  private static boolean mayBeScientific(String text) {
    return text.indexOf('E') >= 0 || text.indexOf('e') >= 0;
  }

  private static AmountText marked(boolean negative, String text) {
    String body = text;
    boolean spaces = false;
    for (int i = 0; i < text.length() && !spaces; i++) {
      spaces = isSpace(text.charAt(i));
    }
    if (spaces) {
      body = withoutSpaces(text);
      if (body == null) {
        return UNREADABLE;
      }
    }
    int points = count(body, '.');
    int commas = count(body, ',');
    if (points + commas + digits(body) != body.length() || body.isEmpty()) {
      return UNREADABLE;
    }
    if (points == 0 && commas == 0) {
      return certain(negative, body, "", NONE, NONE);
    }
    if (points > 0 && commas > 0) {
      return both(negative, body, spaces);
    }
    char mark = points > 0 ? '.' : ',';
    return points + commas > 1
        ? groups(negative, body, mark, spaces)
        : one(negative, body, mark, spaces);
  }

  /** One mark, once. */
  private static AmountText one(boolean negative, String body, char mark, boolean spaces) {
    int at = body.indexOf(mark);
    String before = body.substring(0, at);
    String after = body.substring(at + 1);
    if (before.isEmpty() || after.isEmpty()) {
      return UNREADABLE;
    }
    boolean group =
        after.length() == GROUP && before.length() <= GROUP && before.charAt(0) != '0' && !spaces;
    return group
        ? new AmountText(Reading.AMBIGUOUS, negative, before, after, NONE, NONE, mark)
        : certain(negative, before, after, mark, NONE);
  }

  /** One mark, several times: it stands between groups. */
  private static AmountText groups(boolean negative, String body, char mark, boolean spaces) {
    String digits = spaces ? null : grouped(body, mark);
    return digits == null ? UNREADABLE : certain(negative, digits, "", NONE, mark);
  }

  /** Both marks: the last one stands before decimals, once. */
  private static AmountText both(boolean negative, String body, boolean spaces) {
    char decimal = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
    char thousands = decimal == '.' ? ',' : '.';
    int at = body.indexOf(decimal);
    if (spaces || at != body.lastIndexOf(decimal) || at + 1 == body.length()) {
      return UNREADABLE;
    }
    String digits = grouped(body.substring(0, at), thousands);
    return digits == null
        ? UNREADABLE
        : certain(negative, digits, body.substring(at + 1), decimal, thousands);
  }

  private static AmountText certain(
      boolean negative, String whole, String decimals, char decimal, char thousands) {
    return new AmountText(Reading.CERTAIN, negative, whole, decimals, decimal, thousands, NONE);
  }

  /** The amount if its ambiguous mark stands before decimals. */
  String plainAsDecimal() {
    return plain(whole, decimals);
  }

  /** The amount if its ambiguous mark stands between groups. */
  String plainAsThousands() {
    return plain(whole + decimals, "");
  }

  private String plain(String wholeDigits, String decimalDigits) {
    int from = 0;
    while (from < wholeDigits.length() - 1 && wholeDigits.charAt(from) == '0') {
      from++;
    }
    int to = decimalDigits.length();
    while (to > 0 && decimalDigits.charAt(to - 1) == '0') {
      to--;
    }
    String number =
        to == 0
            ? wholeDigits.substring(from)
            : wholeDigits.substring(from) + "." + decimalDigits.substring(0, to);
    return negative && !number.equals("0") ? "-" + number : number;
  }

  /**
   * The text without the spaces between groups of three digits, or null when they stand elsewhere.
   */
  private static String withoutSpaces(String text) {
    StringBuilder body = new StringBuilder(text.length());
    int end = 0;
    while (end < text.length() && (isDigit(text.charAt(end)) || isSpace(text.charAt(end)))) {
      end++;
    }
    int sinceSpace = 0;
    boolean seen = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        boolean fits = seen ? sinceSpace == GROUP : sinceSpace >= 1 && sinceSpace <= GROUP;
        if (!fits) {
          return null;
        }
        seen = true;
        sinceSpace = 0;
      } else {
        body.append(c);
        sinceSpace++;
      }
    }
    return seen && sinceSpace == GROUP ? body.append(text, end, text.length()).toString() : null;
  }

  /** Digits without a mark that stands between groups of three, or null when it does not. */
  private static String grouped(String body, char mark) {
    String[] parts = body.split(Pattern.quote(String.valueOf(mark)), -1);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean fits =
          i == 0 ? !parts[0].isEmpty() && parts[0].length() <= GROUP : parts[i].length() == GROUP;
      if (!fits) {
        return null;
      }
      digits.append(parts[i]);
    }
    return digits.toString();
  }

  private static int count(String text, char mark) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) == mark ? 1 : 0;
    }
    return count;
  }

  private static int digits(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return count;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Spaces that stand between groups: the plain one, no-break, figure, thin, and narrow no-break.
   */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u2007' || c == '\u2009' || c == '\u202F';
  }
}
