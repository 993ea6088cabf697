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

  /** Months or fractions of month of delay of a receipt: a month ends on the day of the due day. */
  int monthsLate(int receipt, LocalDate due) {
    LocalDate day = receipts.get(receipt);
    int whole = (day.getYear() - due.getYear()) * 12 + day.getMonthValue() - due.getMonthValue();
    return Math.max(0, day.getDayOfMonth() > due.getDayOfMonth() ? whole + 1 : whole);
  }
}
