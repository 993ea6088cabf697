package org.caisse.readers.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.caisse.readers.workbook.CellValue;

/**
 * Decides what a stored value is to whoever looks at the sheet.
 *
 * <p><b>Numbers</b> are stored in binary, and written with up to 17 digits so that no bit is lost;
 * spreadsheet programs compute and show with 15. So a number is taken as its decimal text, rounded
 * half up to 15 significant digits: 150000.00000000003 is 150000, 0.30000000000000004 is 0.3. With
 * more than 15 digits before the point, digits that were typed are lost for good: such a number
 * stays in scientific notation, as text, and so does one below 10⁻¹⁵.
 *
 * <p><b>Days</b> are numbers with a style that shows days: since 30 December 1899, so that 61 is 1
 * March 1900, or since 1 January 1904. Before 61 the count is off by one because 60 is 29 February
 * 1900, which never was (Lotus 1-2-3 had it, ECMA-376 part 1, 18.17.4.1 keeps it). A number with a
 * time of day other than midnight, to the nearest second, is text.
 *
 * <p>Line breaks and tabs inside a text are spaces.
 */
final class SheetValue {

  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
  private static final int LEAST_EXPONENT = -15;
  private static final int MAX_NUMBER_CHARS = 64;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]{1,4})?");

  private static final BigDecimal SECONDS_OF_DAY = new BigDecimal(86_400);
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final int DAY_THAT_NEVER_WAS = 60;

  /** 31 December 9999. */
  private static final int LAST_DAY = 2_958_465;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Pattern LINE_BREAKS =
      Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+");

  private SheetValue() {}

  /** The cell of a stored value. */
  static Cell of(CellValue value, boolean since1904) {
    return switch (value.type()) {
      case EMPTY -> Cell.BLANK;
      case TEXT -> text(value.text());
      case TRUTH ->
          text(
              value.text().equals("1")
                  ? "TRUE"
                  : value.text().equals("0") ? "FALSE" : value.text());
      case NUMBER -> number(value, since1904);
      case TIME -> time(value.text());
    };
  }

  private static Cell text(String text) {
    boolean oneLine = text.chars().noneMatch(c -> c < ' ' || (c >= 0x7F && c <= 0x2029));
    return Cell.of(oneLine ? text : LINE_BREAKS.matcher(text).replaceAll(" "));
  }

  private static Cell number(CellValue value, boolean since1904) {
    String text = value.text().strip();
    if (!value.day() && isPlain(text)) {
      return new Cell.Decimal(text);
    }
    if (text.length() > MAX_NUMBER_CHARS || !NUMBER.matcher(text).matches()) {
      return text(value.text());
    }
    BigDecimal stored = new BigDecimal(text);
    Cell day = value.day() ? day(stored, since1904) : null;
    if (day != null) {
      return day;
    }
    BigDecimal shown = stored.round(SHOWN);
    if (shown.signum() == 0) {
      return new Cell.Decimal("0");
    }
    BigDecimal digits = shown.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    return exponent >= SHOWN.getPrecision() || exponent < LEAST_EXPONENT
        ? text(scientific(digits, exponent))
        : new Cell.Decimal(digits.toPlainString());
  }

  /** Most numbers: a few digits, nothing to round or to write otherwise. */
  private static boolean isPlain(String text) {
    int length = text.length();
    if (length == 0 || length > SHOWN.getPrecision() || (text.charAt(0) == '0' && length > 1)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String scientific(BigDecimal digits, int exponent) {
    return digits.scaleByPowerOfTen(-exponent).toPlainString()
        + (exponent < 0 ? "E" : "E+")
        + exponent;
  }

  /** The day or time that a number shows, or null when it shows none. */
  private static Cell day(BigDecimal serial, boolean since1904) {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
      return null;
    }
    long seconds =
        serial.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long days = seconds / SECONDS_OF_DAY.longValueExact();
    long rest = seconds % SECONDS_OF_DAY.longValueExact();
    if (!since1904 && (days == 0 || days == DAY_THAT_NEVER_WAS)) {
      return null;
    }
    LocalDate day =
        since1904
            ? EPOCH_1904.plusDays(days)
            : EPOCH_1900.plusDays(days < DAY_THAT_NEVER_WAS ? days + 1 : days);
    return rest == 0 ? new Cell.Day(day) : text(TIME.format(day.atStartOfDay().plusSeconds(rest)));
  }

  private static Cell time(String text) {
    try {
      if (text.length() == "2026-02-10".length()) {
        return new Cell.Day(LocalDate.parse(text));
      }
      LocalDateTime time =
          LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
      boolean midnight = time.equals(time.toLocalDate().atStartOfDay());
      return midnight ? new Cell.Day(time.toLocalDate()) : text(TIME.format(time));
    } catch (DateTimeException e) {
      return text(text);
    }
  }
}
