package org.caisse.config.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * What a reject says to the person who sent the file: what is wrong, with the value, and what to do
 * next. Texts are under {@code reject.NAME} and {@code reject.NAME.todo}, with {0} the column, {1}
 * the value found and {2} what was expected; a value or expectation that the text does not mention
 * is added after it, an expectation in the words of {@code reject.NAME.expected} where there are
 * any.
 */
public final class RejectText {

  private static final int MAX_SHOWN = 80;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern COUNT_AND_AMOUNT = Pattern.compile("[0-9]+ / -?[0-9]+");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern PART = Pattern.compile("\\|");
  private static final String RANGE = "..";
  private static final String AT_MOST = "<= ";
  private static final String AFTER = "> ";

  private final Messages messages;
  private final Amounts amounts;

  /**
   * @param language of the reader
   * @param currency of the amounts in rejects
   */
  public RejectText(Language language, Currency currency) {
    this.messages = Messages.of(language);
    this.amounts = new Amounts(language, currency);
  }

  /** What is wrong: a sentence, or a few. */
  public String what(Reject reject) {
    String key = "reject." + reject.code().name();
    Object[] arguments = arguments(reject);
    StringBuilder text = new StringBuilder(messages.get(key, arguments));
    if (!reject.value().isEmpty() && !mentions(key, "{1}")) {
      text.append(' ').append(messages.get("reject.found", arguments));
    }
    if (!reject.expected().isEmpty() && !mentions(key, "{2}")) {
      text.append(' ').append(expected(key, reject, arguments));
    }
    return text.toString();
  }

  /** A code can have its own words for what was expected, with its two parts. */
  private String expected(String key, Reject reject, Object... arguments) {
    String own = key + ".expected";
    Object[] parts = PART.split(reject.expected(), 2);
    return messages.has(own) && parts.length == 2
        ? messages.get(own, parts)
        : messages.get("reject.expected", arguments);
  }

  /** What to do about it. */
  public String todo(Reject reject) {
    return messages.get("reject." + reject.code().name() + ".todo", arguments(reject));
  }

  private boolean mentions(String key, String placeholder) {
    return messages.pattern(key).contains(placeholder)
        || messages.pattern(key + ".todo").contains(placeholder);
  }

  private Object[] arguments(Reject reject) {
    String field = reject.field().isEmpty() ? "" : quoted(reject.field());
    return new Object[] {field, found(reject), expected(reject)};
  }

  private String found(Reject reject) {
    String value = reject.value();
    return switch (reject.code()) {
      case FIELD_COUNT,
          LINE_TOO_LONG,
          LINE_LENGTH,
          COUNT_MISMATCH,
          STATEMENT_COUNT,
          REMITTANCE_COUNT,
          REMITTANCE_INCOMPLETE,
          LOT_COUNT,
          INVOICE_COUNT,
          TAKE_ON_COUNT,
          TAKE_ON_UNCONTROLLED ->
          counted(value);
      case GROSS_MISMATCH,
          GROSS_NEGATIVE,
          GROSS_TOO_LARGE,
          DIFFERENCE_BELOW_ZERO,
          NIL_WITH_LINES,
          STATEMENT_BALANCE,
          STATEMENT_CHAIN,
          REMITTANCE_TOTAL,
          LOT_TOTAL,
          INVOICE_TOTAL,
          CHARGED_MISMATCH,
          SHARES_MISMATCH,
          TAKE_ON_TOTAL ->
          totals(value);
      default -> value.isEmpty() ? messages.get("reject.empty") : quoted(value);
    };
  }

  /** What was expected: limits, alternatives, forms and ranges as readers and rules write them. */
  private String expected(Reject reject) {
    RejectCode code = reject.code();
    boolean sum =
        code == RejectCode.GROSS_MISMATCH
            || code == RejectCode.NIL_WITH_LINES
            || code == RejectCode.GROSS_TOO_LARGE
            || code == RejectCode.DIFFERENCE_BELOW_ZERO
            || code == RejectCode.STATEMENT_BALANCE
            || code == RejectCode.STATEMENT_CHAIN
            || code == RejectCode.REMITTANCE_TOTAL
            || code == RejectCode.LOT_TOTAL
            || code == RejectCode.INVOICE_TOTAL
            || code == RejectCode.CHARGED_MISMATCH
            || code == RejectCode.SHARES_MISMATCH
            || code == RejectCode.TAKE_ON_TOTAL;
    String text = reject.expected();
    int range = text.indexOf(RANGE);
    if (text.startsWith(AT_MOST)) {
      return "≤ " + part(text.substring(AT_MOST.length()), sum);
    }
    if (text.startsWith(AFTER)) {
      return AFTER + part(text.substring(AFTER.length()), sum);
    }
    if (range < 0) {
      return part(text, sum);
    }
    String from = part(text.substring(0, range).strip(), sum);
    String to = part(text.substring(range + RANGE.length()).strip(), sum);
    return to.isEmpty()
        ? messages.get("reject.range.open", from)
        : messages.get("reject.range", from, to);
  }

  private String part(String text, boolean sum) {
    if (sum) {
      return totals(text);
    }
    if (WHOLE.matcher(text).matches()) {
      return counted(text);
    }
    String form = "reject.form." + text;
    return messages.has(form) ? messages.get(form) : day(text.replace("|", ", "));
  }

  private String counted(String text) {
    return WHOLE.matcher(text).matches() ? amounts.count(Long.parseLong(text)) : shown(text);
  }

  /** A sum in minor units, or a count and a sum. */
  private String totals(String text) {
    if (COUNT_AND_AMOUNT.matcher(text).matches()) {
      String[] parts = text.split(" / ", 2);
      return counted(parts[0]) + " / " + totals(parts[1]);
    }
    return WHOLE.matcher(text).matches() ? amounts.money(Long.parseLong(text)) : shown(text);
  }

  /** A day or month in ISO form as people write it; anything else as it is. */
  private String day(String text) {
    try {
      return text.length() == "2026-02".length()
          ? amounts.month(YearMonth.parse(text))
          : amounts.date(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return shown(text);
    }
  }

  private String quoted(String text) {
    return messages.get("quoted", shown(text));
  }

  private static String shown(String text) {
    String clean = CONTROL.matcher(text).replaceAll("�");
    return clean.codePointCount(0, clean.length()) <= MAX_SHOWN
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, MAX_SHOWN)) + "…";
  }
}
