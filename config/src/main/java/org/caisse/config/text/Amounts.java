package org.caisse.config.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Objects;
import org.caisse.domain.money.Currency;

/**
 * Amounts, numbers and dates as people read them. Machine files use {@link Currency#plain} and ISO
 * dates instead.
 *
 * <p>French groups digits and sets units apart by a narrow no-break space (U+202F), which never
 * breaks over two lines.
 *
 * @param language of the reader
 * @param currency of the amounts
 */
public record Amounts(Language language, Currency currency) {

  private static final char NO_BREAK_SPACE = '\u00A0';
  private static final char NARROW_NO_BREAK_SPACE = '\u202F';
  private static final DateTimeFormatter FRENCH_DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final int GROUP = 3;

  public Amounts {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(currency, "currency");
  }

  /**
   * An amount with its currency: {@code 1 234 567 F CFA}, {@code XOF 1,234,567}.
   *
   * @param minor minor units
   */
  public String money(long minor) {
    String number = number(minor);
    return switch (language) {
      case FR -> number + NO_BREAK_SPACE + symbol();
      case EN -> symbol() + " " + number;
    };
  }

  /**
   * An amount without its currency, for columns whose title says it: {@code 1 234 567}, {@code
   * 1,234,567}.
   *
   * @param minor minor units
   */
  public String number(long minor) {
    return grouped(currency.plain(minor));
  }

  /** A count of things: {@code 1 234 567}, {@code 1,234,567}. */
  public String count(long count) {
    return grouped(Long.toString(count));
  }

  /** A decimal number as it is, without trailing zeros: {@code 2,5}, {@code 2.5}. */
  public String decimal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return grouped(stripped.toPlainString());
  }

  /** A percentage: {@code 2,5 %}, {@code 2.5%}. */
  public String percent(BigDecimal percent) {
    return switch (language) {
      case FR -> decimal(percent) + NARROW_NO_BREAK_SPACE + "%";
      case EN -> decimal(percent) + "%";
    };
  }

  /** A day: {@code 05/03/2026}, {@code 5 March 2026}. */
  public String date(LocalDate day) {
    return switch (language) {
      case FR ->
          day.getYear() < 1000 || day.getYear() > 9999
              ? FRENCH_DATE.format(day)
              : digits(day.getDayOfMonth())
                  + "/"
                  + digits(day.getMonthValue())
                  + "/"
                  + day.getYear();
      case EN -> day.getDayOfMonth() + " " + month(YearMonth.from(day));
    };
  }

  private static String digits(int two) {
    return two < 10 ? "0" + two : Integer.toString(two);
  }

  /** A month: {@code février 2026}, {@code February 2026}. */
  public String month(YearMonth month) {
    String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    return name + " " + month.getYear();
  }

  /** The month of a period, given by its first day. */
  public String month(LocalDate periodStart) {
    return month(YearMonth.from(periodStart));
  }

  private String symbol() {
    Messages messages = Messages.of(language);
    String key = "currency." + currency.code();
    return messages.has(key) ? messages.get(key).replace(' ', NO_BREAK_SPACE) : currency.code();
  }

  private String grouped(String plain) {
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    int first = whole.startsWith("-") ? 1 : 0;
    StringBuilder out = new StringBuilder(plain.length() * 2).append(whole, 0, first);
    for (int i = first; i < whole.length(); i++) {
      if (i > first && (whole.length() - i) % GROUP == 0) {
        out.append(language == Language.FR ? NARROW_NO_BREAK_SPACE : ',');
      }
      out.append(whole.charAt(i));
    }
    if (point >= 0) {
      out.append(language == Language.FR ? ',' : '.').append(plain, point + 1, plain.length());
    }
    return out.toString();
  }
}
