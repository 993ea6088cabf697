package org.caisse.readers.received;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caisse.config.format.DateOrder;

/** A day or month as somebody wrote it. */
final class DayText {

  private static final Pattern NUMBERS =
      Pattern.compile(
          "([0-9]{1,4})([-/.])([0-9]{1,2})\\2([0-9]{1,4})(?:[ T]0?0:00(?::00(?:[.,]0+)?)?)?");
  private static final Pattern COMPACT = Pattern.compile("(19|20)([0-9]{2})([0-9]{2})([0-9]{2})");
  private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{4}(?:\\.0+)?");
  private static final Pattern MONTH =
      Pattern.compile(
          "((?:19|20)[0-9]{2})[-/. ]?(0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/. ]?((?:19|20)[0-9]{2})");

  /** Day 0 of the serial numbers of spreadsheets, for days from March 1900 on. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private static final int DAYS_FROM_1900_TO_1904 = 1462;

  private DayText() {}

  /** What a text shows of the order of day and month. */
  enum Shows {
    /** Nothing: it reads the same in any order, or is no day. */
    NOTHING,
    DAY_FIRST,
    MONTH_FIRST,
    /** It reads as two different days. */
    BOTH
  }

  /** What a text shows of the order of day and month. */
  static Shows shows(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches() || numbers.group(4).length() != 4 || numbers.group(1).length() > 2) {
      return Shows.NOTHING;
    }
    int first = Integer.parseInt(numbers.group(1));
    int second = Integer.parseInt(numbers.group(3));
    boolean dayFirst = second <= 12 && first <= 31;
    boolean monthFirst = first <= 12 && second <= 31;
    if (dayFirst && monthFirst) {
      return first == second ? Shows.NOTHING : Shows.BOTH;
    }
    return dayFirst ? Shows.DAY_FIRST : monthFirst ? Shows.MONTH_FIRST : Shows.NOTHING;
  }

  /**
   * The day.
   *
   * @param order for texts that begin with day or month, or null when none depends on it
   * @return null when there is no such day
   */
  static LocalDate day(String text, DateOrder order) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      return day(numbers, order);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return day(
          Integer.parseInt(compact.group(1) + compact.group(2)),
          Integer.parseInt(compact.group(3)),
          Integer.parseInt(compact.group(4)));
    }
    return null;
  }

  /** Whether a text is the serial number of a day in a spreadsheet, from 1927 to 2173. */
  static boolean isSerial(String text) {
    return SERIAL.matcher(text).matches();
  }

  /** The day of a serial number. */
  static LocalDate ofSerial(String text, boolean since1904) {
    int point = text.indexOf('.');
    long serial = Long.parseLong(point < 0 ? text : text.substring(0, point));
    return SERIAL_ZERO.plusDays(since1904 ? serial + DAYS_FROM_1900_TO_1904 : serial);
  }

  /** A month, as YYYY-MM; null when the text is none. */
  static String month(String text, DateOrder order) {
    Matcher matcher = MONTH.matcher(text);
    if (matcher.matches()) {
      boolean yearFirst = matcher.group(1) != null;
      String month = matcher.group(yearFirst ? 2 : 3);
      return matcher.group(yearFirst ? 1 : 4) + "-" + (month.length() == 1 ? "0" + month : month);
    }
    LocalDate day = day(text, order);
    return day == null ? null : day.toString().substring(0, 7);
  }

  private static LocalDate day(Matcher numbers, DateOrder order) {
    int first = Integer.parseInt(numbers.group(1));
    int second = Integer.parseInt(numbers.group(3));
    int third = Integer.parseInt(numbers.group(4));
    if (numbers.group(1).length() == 4) {
      return numbers.group(4).length() > 2 ? null : day(first, second, third);
    }
    if (numbers.group(4).length() != 4 || numbers.group(1).length() > 2) {
      return null;
    }
    if (first == second) {
      return day(third, first, second);
    }
    if (order == null) {
      return null;
    }
    return order == DateOrder.MDY ? day(third, first, second) : day(third, second, first);
  }

  private static LocalDate day(int year, int month, int day) {
    try {
      return year < 1000 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
