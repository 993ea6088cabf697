package org.caisse.readers.received;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caisse.config.format.DateOrder;

/** A day or month as somebody wrote it. */
final class DayText {

  /** Midnight, which spreadsheets add to a day. */
  private static final Pattern MIDNIGHT = Pattern.compile("[ T]0?0:00(:00([.,]0+)?)?");

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
    Numbers numbers = Numbers.of(text);
    if (numbers == null || numbers.yearFirst()) {
      return Shows.NOTHING;
    }
    boolean dayFirst = numbers.second <= 12 && numbers.first <= 31;
    boolean monthFirst = numbers.first <= 12 && numbers.second <= 31;
    if (dayFirst && monthFirst) {
      return numbers.first == numbers.second ? Shows.NOTHING : Shows.BOTH;
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
    Numbers numbers = Numbers.of(text);
    if (numbers != null) {
      return numbers.day(order);
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

  private static LocalDate day(int year, int month, int day) {
    try {
      return year < 1000 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Three numbers with a mark between them, twice the same.
   *
   * @param firstDigits how many digits the first one has: four make it a year
   */
  private record Numbers(int first, int second, int third, int firstDigits) {

    private static final String MARKS = "-/.";

    /** The numbers of a text that is three of them, one of which is a year of four digits. */
    static Numbers of(String text) {
      int firstEnd = digits(text, 0);
      if (firstEnd == 0 || firstEnd >= text.length() || MARKS.indexOf(text.charAt(firstEnd)) < 0) {
        return null;
      }
      char mark = text.charAt(firstEnd);
      int secondEnd = digits(text, firstEnd + 1);
      if (secondEnd >= text.length() || text.charAt(secondEnd) != mark) {
        return null;
      }
      int thirdEnd = digits(text, secondEnd + 1);
      int second = secondEnd - firstEnd - 1;
      int third = thirdEnd - secondEnd - 1;
      boolean lengths =
          second >= 1
              && second <= 2
              && (firstEnd == 4 ? third >= 1 && third <= 2 : firstEnd <= 2 && third == 4);
      if (!lengths
          || (thirdEnd < text.length() && !MIDNIGHT.matcher(text.substring(thirdEnd)).matches())) {
        return null;
      }
      return new Numbers(
          Integer.parseInt(text, 0, firstEnd, 10),
          Integer.parseInt(text, firstEnd + 1, secondEnd, 10),
          Integer.parseInt(text, secondEnd + 1, thirdEnd, 10),
          firstEnd);
    }

    private static int digits(String text, int from) {
      int at = from;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      return at;
    }

    boolean yearFirst() {
      return firstDigits == 4;
    }

    LocalDate day(DateOrder order) {
      if (yearFirst()) {
        return DayText.day(first, second, third);
      }
      if (first == second) {
        return DayText.day(third, first, second);
      }
      if (order == null) {
        return null;
      }
      return order == DateOrder.MDY
          ? DayText.day(third, first, second)
          : DayText.day(third, second, first);
    }
  }
}
