package org.caisse.config.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;

/**
 * The currency of a country's books, and those in which older texts give amounts. An amount of
 * before a redenomination must say its currency, or it would be read ten times too high.
 *
 * @param now of every amount in the books
 * @param replaced by ascending date
 */
record CurrencyHistory(Currency now, List<Replaced> replaced) {

  private static final MathContext EXACT = new MathContext(30, RoundingMode.UNNECESSARY);

  /**
   * A currency that was replaced.
   *
   * @param code ISO 4217 code
   * @param until the day from which it no longer is
   * @param perUnit how many of it one unit of the books' currency is
   */
  record Replaced(String code, LocalDate until, BigDecimal perUnit) {}

  CurrencyHistory {
    replaced = List.copyOf(replaced);
  }

  /** A currency that replaced none. */
  static CurrencyHistory of(Currency currency) {
    return new CurrencyHistory(currency, List.of());
  }

  /**
   * How many units one unit of the books' currency was in the text of a day.
   *
   * @param from day of the text
   * @param named the currency that it names; empty when none is named
   * @param place where to report what does not fit
   */
  Optional<BigDecimal> perUnit(LocalDate from, Optional<YamlNode> named, YamlNode place) {
    Optional<Replaced> then =
        replaced.stream().filter(old -> from.isBefore(old.until())).findFirst();
    String expected = then.map(Replaced::code).orElse(now.code());
    Optional<String> code = named.flatMap(YamlNode::text);
    if (named.isEmpty() && then.isPresent()) {
      place.error(
          "'%s' is of %s, when the currency was the %s, and does not say its own"
              .formatted(place.path(), from, expected),
          "write 'currency: %s' if the amount is in it, or '%s'".formatted(expected, now.code()));
      return Optional.empty();
    }
    if (code.isEmpty() || code.get().equals(now.code())) {
      return Optional.of(BigDecimal.ONE);
    }
    if (!code.get().equals(expected)) {
      place.error(
          "'%s' is of %s in %s, but the currency was the %s"
              .formatted(place.path(), from, code.get(), expected),
          "write the amount in " + expected + ", or correct the date");
      return Optional.empty();
    }
    return then.map(Replaced::perUnit);
  }

  /** The number in the books' currency; empty when it cannot be said exactly. */
  static Optional<BigDecimal> inBooks(BigDecimal number, BigDecimal perUnit) {
    if (perUnit.compareTo(BigDecimal.ONE) == 0) {
      return Optional.of(number);
    }
    try {
      BigDecimal exact = number.divide(perUnit, EXACT).stripTrailingZeros();
      return Optional.of(exact.scale() < 0 ? exact.setScale(0) : exact);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
