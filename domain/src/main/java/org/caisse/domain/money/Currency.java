package org.caisse.domain.money;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A currency with the number of decimals of its minor unit. Amounts everywhere are {@code long}
 * minor units; this record is what turns them into text and back.
 *
 * @param code ISO 4217 code, such as {@code XOF}
 * @param decimals digits of the minor unit: 0 for the CFA franc, 2 for the dirham (ISO 4217)
 */
public record Currency(String code, int decimals) {

  /** The West African CFA franc, which has no unit below the franc (ISO 4217). */
  public static final Currency XOF = new Currency("XOF", 0);

  public Currency {
    Objects.requireNonNull(code, "code");
    if (!code.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "currency code '" + code + "' is not three capital letters (ISO 4217)");
    }
    if (decimals < 0 || decimals > 4) {
      throw new IllegalArgumentException(
          "currency " + code + " has " + decimals + " decimals; 0 to 4 are possible");
    }
  }

  /**
   * The amount in minor units of a decimal number of major units.
   *
   * @throws ArithmeticException when the number has more decimals than the currency, or does not
   *     fit
   */
  public long minor(BigDecimal major) {
    return major.movePointRight(decimals).longValueExact();
  }

  /**
   * The decimal number of major units, as machine files write it: no grouping, a point, exactly
   * {@link #decimals()} digits.
   */
  public String plain(long minor) {
    return BigDecimal.valueOf(minor, decimals).toPlainString();
  }
}
