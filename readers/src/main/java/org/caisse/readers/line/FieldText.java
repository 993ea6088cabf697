package org.caisse.readers.line;

/** Reads numbers and days from the text of a field, exactly as the formats define them. */
public final class FieldText {

  /** The text is no such number or day. */
  public static final long UNREADABLE = Long.MIN_VALUE;

  /** Digits that always fit a {@code long}. */
  private static final int MAX_DIGITS = 18;

  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int[] DAYS_OF_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** Days from 1 January of the year 0 (which ISO 8601 counts) to 1 January 1970. */
  private static final int EPOCH = 719_528;

  private FieldText() {}

  /** A number of 1 to 18 decimal digits and nothing else, or {@link #UNREADABLE}. */
  public static long wholeNumber(String text) {
    return text.length() > MAX_DIGITS ? UNREADABLE : digits(text, 0, text.length());
  }

  /**
   * An amount: digits in major units, a point and at most the currency's decimals, an optional
   * leading minus sign; at most 18 digits once in minor units.
   *
   * @param decimals of the currency's minor unit
   * @return minor units, or {@link #UNREADABLE}
   */
  public static long amountMinor(String text, int decimals) {
    int from = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
    int point = text.indexOf('.', from);
    int end = point < 0 ? text.length() : point;
    if (end - from + decimals > MAX_DIGITS) {
      return UNREADABLE;
    }
    long minor = digits(text, from, end);
    int given = point < 0 ? 0 : text.length() - point - 1;
    if (minor == UNREADABLE || given > decimals || (point >= 0 && given == 0)) {
      return UNREADABLE;
    }
    for (int i = 0; i < decimals; i++) {
      minor *= 10;
    }
    if (given > 0) {
      long fraction = digits(text, point + 1, text.length());
      if (fraction == UNREADABLE) {
        return UNREADABLE;
      }
      for (int i = given; i < decimals; i++) {
        fraction *= 10;
      }
      minor += fraction;
    }
    return from == 1 ? -minor : minor;
  }

  /** The epoch day of a day written YYYY-MM-DD, years 1 to 9999, or {@link #UNREADABLE}. */
  public static long epochDay(String text) {
    if (text.length() != 10 || text.charAt(7) != '-') {
      return UNREADABLE;
    }
    long first = monthStart(text, 7);
    long day = digits(text, 8, 10);
    if (first == UNREADABLE || day < 1) {
      return UNREADABLE;
    }
    int month = (int) digits(text, 5, 7);
    int length = month == 2 && isLeap((int) digits(text, 0, 4)) ? 29 : DAYS_OF_MONTH[month - 1];
    return day > length ? UNREADABLE : first + day - 1;
  }

  /** The epoch day of the first of a month written YYYY-MM, or {@link #UNREADABLE}. */
  public static long monthStart(String text) {
    return monthStart(text, text.length());
  }

  private static long monthStart(String text, int end) {
    if (end != 7 || text.charAt(4) != '-') {
      return UNREADABLE;
    }
    int year = (int) Math.max(0, digits(text, 0, 4));
    int month = (int) Math.max(0, digits(text, 5, 7));
    if (year < 1 || month < 1 || month > 12) {
      return UNREADABLE;
    }
    int before = year - 1;
    int leapDays = before / 4 - before / 100 + before / 400 + 1;
    int leapDay = month > 2 && isLeap(year) ? 1 : 0;
    return year * 365L + leapDays + DAYS_BEFORE_MONTH[month - 1] + leapDay - EPOCH;
  }

  private static boolean isLeap(int year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static long digits(String text, int from, int to) {
    if (from >= to) {
      return UNREADABLE;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return UNREADABLE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
