package org.caisse.readers.received;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.caisse.config.format.FieldRules;
import org.caisse.config.format.FormatField;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.received.AmountText.Reading;
import org.caisse.readers.table.Cell;

/**
 * Turns the cells of one field into what Caisse writes. What cannot be turned stays as it is, for
 * the rules to refuse; only what they could not know is a problem here.
 */
final class CellReader {

  /** How spreadsheets show long numbers; a real identifier never has the sign. */
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+[0-9]{1,3}");

  /** Parts of a name in a fixed-width field stand far from each other. */
  private static final Pattern PADDING = Pattern.compile(" {2,}");

  /** Spreadsheets keep no more digits of a number. */
  private static final int EXACT_DIGITS = 15;

  private final FormatField field;
  private final String title;
  private final FieldRules rules;
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> missing;
  private final int longestMissing;
  private final Conversion conversion;
  private final Marks marks;
  private Reject problem;
  private String lastMonthText;
  private String lastMonth;

  CellReader(FormatField field, String title, Set<String> missing, Conversion conversion) {
    this.field = field;
    this.title = title;
    this.rules = field.rules();
    this.missing = missing;
    this.longestMissing = missing.stream().mapToInt(String::length).max().orElse(0);
    this.conversion = conversion;
    this.marks = conversion.marks(title, field);
    rules.values().forEach((sent, code) -> values.put(Titles.key(sent), code));
  }

  FormatField field() {
    return field;
  }

  String title() {
    return title;
  }

  /** Takes a cell into account for what the whole file has to decide. */
  void see(Cell cell, int rowNo) {
    if (!(cell instanceof Cell.Text)) {
      return;
    }
    String text = text(cell);
    if (text.isEmpty()) {
      return;
    }
    switch (field.type()) {
      case NUMBER -> {
        if (rules.impliedDecimals() == 0) {
          marks.see(AmountText.of(text), text, rowNo);
        }
      }
      case DATE, YEARMONTH -> conversion.see(DayText.shows(text), text, title, rowNo);
      case STRING, INTEGER -> {}
    }
  }

  /** The canonical text of a cell; {@link #problem()} is about this one then. */
  String read(Cell cell, int rowNo) {
    problem = null;
    if (cell instanceof Cell.Blank) {
      return "";
    }
    String text = text(cell);
    if (text.isEmpty()) {
      return "";
    }
    String value =
        switch (field.type()) {
          case STRING -> string(cell, text, rowNo);
          case INTEGER -> integer(text, rowNo);
          case NUMBER -> number(text, rowNo);
          case DATE -> day(cell, text);
          case YEARMONTH -> month(cell, text);
        };
    if (problem == null) {
      check(value, rowNo);
    }
    return value;
  }

  /** Why the cell that was read last cannot be taken, whatever the rules say; or null. */
  Reject problem() {
    return problem;
  }

  /** Whether a cell could stand in this field, for telling formats without titles apart. */
  boolean fits(Cell cell, int rowNo) {
    String value = read(cell, rowNo);
    if (value.isEmpty()) {
      return true;
    }
    boolean typed =
        switch (field.type()) {
          case STRING -> true;
          case INTEGER -> value.matches("[0-9]{1,18}");
          case NUMBER -> value.matches("-?[0-9]+(\\.[0-9]+)?") || isAmbiguous(text(cell));
          case DATE -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") || isDay(text(cell));
          case YEARMONTH -> value.matches("[0-9]{4}-[0-9]{2}");
        };
    return typed && problem == null;
  }

  private static boolean isAmbiguous(String text) {
    return AmountText.of(text).reading() == Reading.AMBIGUOUS;
  }

  private static boolean isDay(String text) {
    return DayText.shows(text) != DayText.Shows.NOTHING;
  }

  private String text(Cell cell) {
    String text = strip(cell.text());
    if (field.length() > 0) {
      text = PADDING.matcher(text).replaceAll(" ");
    }
    if (text.length() > 1 && text.charAt(0) == '\'') {
      text = strip(text.substring(1));
    }
    return text.length() <= longestMissing && missing.contains(text) ? "" : text;
  }

  private String string(Cell cell, String text, int rowNo) {
    boolean exponent = text.indexOf('+') > 0 && SCIENTIFIC.matcher(text).matches();
    if (exponent || isRounded(cell)) {
      refuse(rowNo, RejectCode.DIGITS_LOST, text, "");
      return text;
    }
    if (!values.isEmpty()) {
      String code = values.get(Titles.key(text));
      if (code == null) {
        refuse(
            rowNo,
            RejectCode.VALUE_UNKNOWN,
            text,
            String.join("|", rules.values().keySet().stream().sorted().toList()));
        return text;
      }
      return code;
    }
    return identifier(text);
  }

  private static boolean isRounded(Cell cell) {
    if (!(cell instanceof Cell.Decimal decimal)) {
      return false;
    }
    return decimal.text().chars().filter(Character::isDigit).count() > EXACT_DIGITS;
  }

  private String identifier(String text) {
    String value = text;
    if (rules.width() > 0 && value.length() < rules.width() && isDigits(value)) {
      conversion.count(Conversion.Repair.LEADING_ZEROS, title);
      value = "0".repeat(rules.width() - value.length()) + value;
    }
    return rules.prefix().isEmpty() || value.startsWith(rules.prefix())
        ? value
        : rules.prefix() + value;
  }

  private String integer(String text, int rowNo) {
    AmountText amount = AmountText.of(text);
    if (amount.reading() != Reading.CERTAIN) {
      if (amount.reading() == Reading.ROUNDED) {
        refuse(rowNo, RejectCode.DIGITS_LOST, text, "");
      }
      return text;
    }
    String plain = amount.plainAsDecimal();
    return plain.indexOf('.') < 0 ? values.getOrDefault(plain, plain) : text;
  }

  private String number(String text, int rowNo) {
    AmountText amount = AmountText.of(text);
    switch (amount.reading()) {
      case CERTAIN -> {
        if (rules.impliedDecimals() > 0) {
          return implied(amount, text);
        }
        if (marks.contradicts(amount)) {
          return text;
        }
        return amount.plainAsDecimal();
      }
      case AMBIGUOUS -> {
        return switch (marks.of(amount.ambiguousMark())) {
          case DECIMAL -> amount.plainAsDecimal();
          case THOUSANDS -> amount.plainAsThousands();
          case NEITHER, UNDECIDED -> text;
        };
      }
      case ROUNDED -> {
        refuse(rowNo, RejectCode.DIGITS_LOST, text, "");
        return text;
      }
      case UNREADABLE -> {
        return text;
      }
    }
    return text;
  }

  /** Digits of which the last ones are decimals. */
  private String implied(AmountText amount, String text) {
    if (amount.negative() || !isDigits(text)) {
      return text;
    }
    int decimals = rules.impliedDecimals();
    String digits = "0".repeat(Math.max(0, decimals + 1 - text.length())) + text;
    int point = digits.length() - decimals;
    return AmountText.of(digits.substring(0, point) + "." + digits.substring(point))
        .plainAsDecimal();
  }

  private String day(Cell cell, String text) {
    if (cell instanceof Cell.Day day) {
      return day.day().toString();
    }
    LocalDate day = DayText.day(text, conversion.order());
    if (day == null && DayText.isSerial(text)) {
      conversion.count(Conversion.Repair.SERIAL_DAYS, title);
      day = DayText.ofSerial(text, conversion.since1904());
    }
    return day == null ? text : day.toString();
  }

  private String month(Cell cell, String text) {
    if (cell instanceof Cell.Day day) {
      return day.day().toString().substring(0, 7);
    }
    if (text.equals(lastMonthText)) {
      return lastMonth;
    }
    String month = DayText.month(text, conversion.order());
    if (month != null) {
      lastMonthText = text;
      lastMonth = month;
    }
    if (month == null && DayText.isSerial(text)) {
      conversion.count(Conversion.Repair.SERIAL_DAYS, title);
      month = DayText.ofSerial(text, conversion.since1904()).toString().substring(0, 7);
    }
    return month == null ? text : month;
  }

  private void check(String value, int rowNo) {
    if (rules.pattern() != null && !rules.pattern().matcher(value).matches()) {
      refuse(rowNo, RejectCode.FIELD_INVALID, value, rules.pattern().pattern());
    } else if (rules.minimum() != null || rules.maximum() != null) {
      range(value, rowNo);
    } else if (!rules.checkDigitWeights().isEmpty() && !hasCheckDigit(value)) {
      refuse(rowNo, RejectCode.CHECK_DIGIT_WRONG, value, "");
    }
  }

  private void range(String value, int rowNo) {
    if (!isDigits(value) || value.length() > 18) {
      return;
    }
    long number = Long.parseLong(value);
    boolean below = rules.minimum() != null && number < rules.minimum();
    boolean above = rules.maximum() != null && number > rules.maximum();
    if (below || above) {
      String least = rules.minimum() == null ? "" : rules.minimum().toString();
      String most = rules.maximum() == null ? "" : rules.maximum().toString();
      refuse(
          rowNo,
          RejectCode.FIELD_INVALID,
          value,
          rules.minimum() == null ? "<= " + most : least + ".." + most);
    }
  }

  private boolean hasCheckDigit(String value) {
    int digits = rules.checkDigitWeights().size() + 1;
    if (value.length() != digits || !isDigits(value)) {
      return false;
    }
    int sum = value.charAt(digits - 1) - '0';
    for (int i = 0; i < digits - 1; i++) {
      sum += rules.checkDigitWeights().get(i) * (value.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }

  private void refuse(int rowNo, RejectCode code, String value, String expected) {
    problem = new Reject(rowNo, code, title, value, expected);
  }

  /** Without spaces around, whatever kind of spaces they are, and without line breaks inside. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isOuter(text.charAt(from))) {
      from++;
    }
    while (to > from && isOuter(text.charAt(to - 1))) {
      to--;
    }
    String inner = text.substring(from, to);
    for (int i = 0; i < inner.length(); i++) {
      if (Character.isISOControl(inner.charAt(i))) {
        return inner.replaceAll("\\p{Cntrl}+", " ");
      }
    }
    return inner;
  }

  private static boolean isOuter(char c) {
    return c <= ' ' || AmountText.isSpace(c) || c == '\uFEFF' || c == '\u200B';
  }

  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
