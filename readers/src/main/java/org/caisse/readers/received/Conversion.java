package org.caisse.readers.received;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.caisse.config.format.DateOrder;
import org.caisse.config.format.FormatField;

/**
 * What all cells of a file together decide, and what was repaired on the way: filled while the file
 * is looked through, asked while it is converted.
 */
final class Conversion {

  private final Map<String, Marks> marks = new TreeMap<>();
  private final Map<String, FormatField> amounts = new HashMap<>();
  private final Map<Repair, Map<String, Long>> repairs = new EnumMap<>(Repair.class);
  private final boolean since1904;
  private DateOrder order;
  private long days;
  private long dayFirst;
  private long monthFirst;
  private long bothWays;
  private String ambiguousDay;
  private String ambiguousColumn = "";
  private int ambiguousLine;

  /** What is put right without asking, because it can only be meant like that. */
  enum Repair {
    LEADING_ZEROS,
    SERIAL_DAYS
  }

  Conversion(boolean since1904) {
    this.since1904 = since1904;
  }

  boolean since1904() {
    return since1904;
  }

  /**
   * What is known of the marks in a column of amounts. All that goes into one canonical column was
   * written by one hand, totals too: one value may show what the others mean.
   *
   * @param column canonical, or the sender's own title
   */
  Marks marks(String column, FormatField field) {
    amounts.putIfAbsent(column, field);
    return marks.computeIfAbsent(column, name -> new Marks(field.rules()));
  }

  /** All of them, by column. */
  Map<String, Marks> marks() {
    return marks;
  }

  /** A field of a column of amounts. */
  FormatField amount(String column) {
    return amounts.get(column);
  }

  void count(Repair repair, String column) {
    repairs.computeIfAbsent(repair, r -> new HashMap<>()).merge(column, 1L, Long::sum);
  }

  Map<String, Long> repairs(Repair repair) {
    return repairs.getOrDefault(repair, Map.of());
  }

  /** Takes a day into account that may read differently with the day or the month first. */
  void see(DayText.Shows shows, String text, String column, int lineNo) {
    days++;
    switch (shows) {
      case NOTHING -> {}
      case DAY_FIRST -> dayFirst++;
      case MONTH_FIRST -> monthFirst++;
      case BOTH -> {
        if (bothWays++ == 0) {
          ambiguousDay = text;
          ambiguousColumn = column;
          ambiguousLine = lineNo;
        }
      }
    }
  }

  /**
   * Decides the order of day and month. What few days show against all others are slips: these are
   * not read. Few days that stay open are not read either.
   *
   * @param said by the description or mapping, or null
   * @return false when the file has to be asked about: too many days stay open, or contradict what
   *     is said
   */
  boolean decideOrder(DateOrder said) {
    boolean fewMonthFirst = monthFirst * Marks.FEW <= dayFirst;
    boolean fewDayFirst = dayFirst * Marks.FEW <= monthFirst;
    if (said == DateOrder.DMY || said == DateOrder.MDY) {
      order = said;
      long against = said == DateOrder.DMY ? monthFirst : dayFirst;
      long with = said == DateOrder.DMY ? dayFirst : monthFirst;
      return with > 0 || bothWays == 0 || against * Marks.FEW <= bothWays;
    }
    order =
        dayFirst > 0 && fewMonthFirst
            ? DateOrder.DMY
            : monthFirst > 0 && fewDayFirst ? DateOrder.MDY : null;
    return order != null || bothWays * Marks.FEW <= days;
  }

  /** Whether any day of the file is written with day and month in one order or the other. */
  boolean isOrderShown() {
    return dayFirst + monthFirst + bothWays > 0;
  }

  /** The order that was decided, or null. */
  DateOrder order() {
    return order;
  }

  void order(DateOrder decided) {
    order = decided;
  }

  /** The first day that reads as two different ones, or null. */
  String ambiguousDay() {
    return ambiguousDay;
  }

  String ambiguousColumn() {
    return ambiguousColumn;
  }

  int ambiguousLine() {
    return ambiguousLine;
  }
}
