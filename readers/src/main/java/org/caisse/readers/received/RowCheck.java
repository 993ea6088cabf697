package org.caisse.readers.received;

import java.math.BigDecimal;
import org.caisse.config.format.RowChecks;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.FieldText;

/** Decides whether a row is one that its format allows, when its columns have been read. */
final class RowCheck {

  private RowCheck() {}

  /**
   * The first reason to refuse a row: what a field shows by itself, then what the fields show
   * together.
   *
   * @return null when there is none
   */
  static Reject reject(RowChecks checks, RowValues values, int rowNo) {
    values.checkOthers();
    if (values.problem() != null) {
      return values.problem();
    }
    if (checks.concerns() != null) {
      String value = values.field(checks.concerns().field());
      if (!checks.concerns().pattern().matcher(value).matches()) {
        String title = values.title(checks.concerns().field());
        return new Reject(rowNo, RejectCode.NOT_CONCERNED, title, value, "");
      }
    }
    if (!checks.atMost().isEmpty()) {
      String less = values.field(checks.atMost().get(0));
      String more = values.field(checks.atMost().get(1));
      boolean both = Amounts.isPlain(less) && Amounts.isPlain(more);
      if (both && new BigDecimal(less).compareTo(new BigDecimal(more)) > 0) {
        String title = values.title(checks.atMost().get(0));
        return new Reject(rowNo, RejectCode.FIELD_INVALID, title, less, "<= " + more);
      }
    }
    return null;
  }

  /**
   * Why it cannot be said in which declaration a row belongs: its employer or month is no value, or
   * it is for several months.
   *
   * @param values of which those have been read that tell
   * @return null when it can
   */
  static Reject unclear(RowChecks checks, RowValues values, int rowNo) {
    if (values.problem() != null || checks.oneMonth().isEmpty()) {
      return values.problem();
    }
    String from = values.field(checks.oneMonth().get(0));
    String to = values.field(checks.oneMonth().get(1));
    if (isDay(from) && isDay(to) && !from.substring(0, 7).equals(to.substring(0, 7))) {
      String title = values.title(checks.oneMonth().get(1));
      return new Reject(rowNo, RejectCode.PERIOD_TOO_LONG, title, from + " .. " + to, "");
    }
    return values.problem();
  }

  private static boolean isDay(String text) {
    return FieldText.epochDay(text) != FieldText.UNREADABLE;
  }
}
