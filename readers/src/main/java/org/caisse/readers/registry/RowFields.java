package org.caisse.readers.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.FieldText;

/** The fields of one row on their way to types; keeps the leftmost one that cannot be typed. */
public final class RowFields {

  private static final int MAX_IDENTIFIER = 32;
  private static final int MAX_NAME = 120;

  private final int lineNo;
  private final List<String> columns;
  private final String[] values;
  private Reject reject;
  private int rejectColumn;

  /**
   * @param problem why the row is refused whatever its fields say, or null
   */
  RowFields(int lineNo, List<String> columns, String[] values, Reject problem) {
    this.lineNo = lineNo;
    this.columns = columns;
    this.values = values;
    this.reject = problem;
    this.rejectColumn = -1;
  }

  /**
   * The first reason to refuse the row, or null; the row is not refused for it here, because what
   * is made of it says so itself, with whatever else could be read.
   */
  public Reject takenOver() {
    Reject taken = reject;
    reject = null;
    return taken;
  }

  /** The first reason to refuse the row, or null. */
  Reject reject() {
    return reject;
  }

  /** A code that is never blank. */
  public String identifier(int column) {
    return isMissing(column) ? "" : optionalIdentifier(column);
  }

  /** A code, or empty. */
  public String optionalIdentifier(int column) {
    String value = values[column];
    if (value.isBlank()) {
      return "";
    }
    if (!value.equals(value.strip())) {
      refuse(column, RejectCode.FIELD_INVALID, value.strip());
    }
    return limited(column, MAX_IDENTIFIER);
  }

  /** A name that is never blank. */
  public String name(int column) {
    return isMissing(column) ? "" : optionalName(column);
  }

  /** A name, without the spaces around it, or empty. */
  public String optionalName(int column) {
    return limited(column, MAX_NAME).strip();
  }

  /** One of a few values, or empty. */
  public String oneOf(int column, List<String> allowed) {
    String value = values[column];
    if (value.isBlank()) {
      return "";
    }
    if (!allowed.contains(value)) {
      refuse(column, RejectCode.FIELD_INVALID, String.join("|", allowed));
    }
    return value;
  }

  /** One of a few values, never blank. */
  public String requiredOneOf(int column, List<String> allowed) {
    return isMissing(column) ? "" : oneOf(column, allowed);
  }

  /**
   * A decimal number that is not negative, or null.
   *
   * @param wholeDigits before the point, at most
   * @param decimals after it, at most
   */
  public BigDecimal decimal(int column, int wholeDigits, int decimals) {
    String value = values[column];
    if (value.isBlank()) {
      return null;
    }
    int point = value.indexOf('.');
    String whole = point < 0 ? value : value.substring(0, point);
    String rest = point < 0 ? "0" : value.substring(point + 1);
    if (whole.length() > wholeDigits
        || rest.length() > decimals
        || FieldText.wholeNumber(whole) == FieldText.UNREADABLE
        || FieldText.wholeNumber(rest) == FieldText.UNREADABLE) {
      refuse(column, RejectCode.FIELD_INVALID, "12.5");
      return null;
    }
    return new BigDecimal(value);
  }

  /** A day that is never blank. */
  public LocalDate day(int column) {
    return isMissing(column) ? null : optionalDay(column);
  }

  /** An amount that is not negative, or null; see {@link #amountMinor}. */
  public Long payMinor(int column, int decimals) {
    Long minor = amountMinor(column, decimals);
    if (minor != null && minor < 0) {
      refuse(column, RejectCode.FIELD_INVALID, ">= 0");
    }
    return minor;
  }

  /** An amount that is never blank and not negative, null when it is; see {@link #amountMinor}. */
  public Long requiredPayMinor(int column, int decimals) {
    return isMissing(column) ? null : payMinor(column, decimals);
  }

  /** Whether a field is left blank. */
  public boolean isBlank(int column) {
    return values[column].isBlank();
  }

  /** Refuses the row because a field is not given without which it says nothing. */
  public void missing(int column) {
    refuse(column, RejectCode.FIELD_MISSING, "");
  }

  /** A day, or null. */
  public LocalDate optionalDay(int column) {
    String value = values[column];
    if (value.isBlank()) {
      return null;
    }
    long day = FieldText.epochDay(value);
    if (day == FieldText.UNREADABLE) {
      refuse(column, RejectCode.DATE_UNREADABLE, "YYYY-MM-DD");
      return null;
    }
    return LocalDate.ofEpochDay(day);
  }

  /** The first day of a month, or null. */
  public LocalDate optionalMonth(int column) {
    String value = values[column];
    if (value.isBlank()) {
      return null;
    }
    long day = FieldText.monthStart(value);
    if (day == FieldText.UNREADABLE) {
      refuse(column, RejectCode.DATE_UNREADABLE, "YYYY-MM");
      return null;
    }
    return LocalDate.ofEpochDay(day);
  }

  /** A day after another one, or null. */
  public LocalDate optionalDayAfter(int column, LocalDate from) {
    LocalDate to = optionalDay(column);
    if (to != null && from != null && !to.isAfter(from)) {
      refuse(column, RejectCode.FIELD_INVALID, "> " + from);
    }
    return to;
  }

  /** Text as it is, at most so many characters. */
  public String text(int column, int max) {
    return limited(column, max).strip();
  }

  /**
   * An amount, or null.
   *
   * @param decimals of the currency's minor unit
   */
  public Long amountMinor(int column, int decimals) {
    String value = values[column];
    if (value.isBlank()) {
      return null;
    }
    long minor = FieldText.amountMinor(value, decimals);
    if (minor == FieldText.UNREADABLE) {
      refuse(column, RejectCode.FIELD_INVALID, decimals == 0 ? "1500" : "1500.00");
      return null;
    }
    return minor;
  }

  /** An amount that is never blank; see {@link #amountMinor}. */
  public long requiredAmountMinor(int column, int decimals) {
    if (isMissing(column)) {
      return 0;
    }
    Long minor = amountMinor(column, decimals);
    return minor == null ? 0 : minor;
  }

  /** An amount that is not negative, or null; see {@link #amountMinor}. */
  public Long positiveAmountMinor(int column, int decimals) {
    Long minor = amountMinor(column, decimals);
    if (minor != null && minor < 0) {
      refuse(column, RejectCode.FIELD_INVALID, ">= 0");
    }
    return minor;
  }

  /** The first day of a month that is never blank. */
  public LocalDate month(int column) {
    if (isMissing(column)) {
      return null;
    }
    long day = FieldText.monthStart(values[column]);
    if (day == FieldText.UNREADABLE) {
      refuse(column, RejectCode.DATE_UNREADABLE, "YYYY-MM");
      return null;
    }
    return LocalDate.ofEpochDay(day);
  }

  /** Refuses the row because a value is none that there can be. */
  public void invalid(int column, String expected) {
    refuse(column, RejectCode.FIELD_INVALID, expected);
  }

  /** A whole number that is not negative, or null. */
  public Integer wholeNumber(int column) {
    String value = values[column];
    if (value.isBlank()) {
      return null;
    }
    long number = FieldText.wholeNumber(value);
    if (number == FieldText.UNREADABLE || number > Integer.MAX_VALUE) {
      refuse(column, RejectCode.FIELD_INVALID, "12");
      return null;
    }
    return (int) number;
  }

  /** Text that is never blank, at most so many characters. */
  public String required(int column, int max) {
    return isMissing(column) ? "" : limited(column, max).strip();
  }

  /** Refuses the row because an amount is missing or zero, or does not fit what else it says. */
  public void amount(int column, String expected) {
    refuse(column, RejectCode.FIELD_INVALID, expected);
  }

  /** Refuses the row because it has a debit and a credit, or neither. */
  public void sides(int column) {
    refuse(column, RejectCode.RECEIPT_SIDES, "");
  }

  /** Refuses the row when only one of two fields is given. */
  void together(int first, int second) {
    if (values[first].isBlank() != values[second].isBlank()) {
      refuse(values[first].isBlank() ? first : second, RejectCode.FIELD_MISSING, "");
    }
  }

  private boolean isMissing(int column) {
    boolean missing = values[column].isBlank();
    if (missing) {
      refuse(column, RejectCode.FIELD_MISSING, "");
    }
    return missing;
  }

  private String limited(int column, int max) {
    String value = values[column];
    if (value.codePointCount(0, value.length()) > max) {
      refuse(column, RejectCode.FIELD_TOO_LONG, Integer.toString(max));
    }
    return value;
  }

  private void refuse(int column, RejectCode code, String expected) {
    if (reject == null || column < rejectColumn) {
      reject = new Reject(lineNo, code, columns.get(column), values[column], expected);
      rejectColumn = column;
    }
  }
}
