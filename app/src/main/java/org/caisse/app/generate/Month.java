package org.caisse.app.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The declared month and the days on which declarations of it come in.
 *
 * @param month the period
 * @param firstDay epoch day of its first day
 * @param length in days
 * @param receipts in time, one month late, two months late; only the first for a single file
 */
record Month(YearMonth month, int firstDay, int length, List<LocalDate> receipts) {

  static final int DUE_DAY = 10;

  static Month of(FundOptions options) {
    YearMonth month = options.period();
    YearMonth next = month.plusMonths(1);
    List<LocalDate> receipts =
        options.singleFile()
            ? List.of(next.atDay(9))
            : List.of(next.atDay(9), next.atDay(25), next.plusMonths(1).atDay(13));
    return new Month(month, (int) month.atDay(1).toEpochDay(), month.lengthOfMonth(), receipts);
  }

  /** First day of a month before (negative) or after, as epoch day. */
  int monthStart(int months) {
    return (int) month.plusMonths(months).atDay(1).toEpochDay();
  }

  /**
   * Months or fractions of month of delay of a receipt: declarations are due on the 10th of the
   * next month, and months end on the 10th.
   */
  int monthsLate(int receipt) {
    LocalDate day = receipts.get(receipt);
    int months = (day.getYear() - month.getYear()) * 12 + day.getMonthValue();
    int whole = months - month.getMonthValue() - 1;
    return Math.max(0, day.getDayOfMonth() > DUE_DAY ? whole + 1 : whole);
  }
}
