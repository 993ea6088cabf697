package org.caisse.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact decimal rate, applied to an amount with one rounding, half away from zero, to the minor
 * unit (SEMANTICS 15 of the design: contributions are rounded once per employer, person, period and
 * payer).
 *
 * @param unscaled digits of the rate as a fraction: 25 with scale 3 is 0.025, or 2.5 %
 * @param scale decimals of the fraction, 0 to 12
 */
public record Rate(long unscaled, int scale) {

  /** Nothing at all. */
  public static final Rate ZERO = new Rate(0, 0);

  private static final int MAX_SCALE = 12;
  private static final long[] POWERS = new long[MAX_SCALE + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MAX_SCALE; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  public Rate {
    if (scale < 0 || scale > MAX_SCALE) {
      throw new IllegalArgumentException(
          "rate with " + scale + " decimals; 0 to " + MAX_SCALE + " are possible");
    }
    if (unscaled < 0) {
      throw new IllegalArgumentException("negative rate " + unscaled + "e-" + scale);
    }
  }

  /** The rate of a percentage: 2.5 becomes 0.025. */
  public static Rate percent(BigDecimal percent) {
    BigDecimal fraction = percent.movePointLeft(2).stripTrailingZeros();
    if (fraction.scale() < 0) {
      fraction = fraction.setScale(0);
    }
    return new Rate(fraction.unscaledValue().longValueExact(), fraction.scale());
  }

  /**
   * This part of an amount, rounded half away from zero.
   *
   * @param amountMinor minor units, of either sign
   * @return minor units
   * @throws ArithmeticException when the result does not fit a {@code long}
   */
  public long of(long amountMinor) {
    long divisor = POWERS[scale];
    long high = Math.multiplyHigh(amountMinor, unscaled);
    long low = amountMinor * unscaled;
    if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
      return divideHalfUp(low, divisor);
    }
    BigInteger product = BigInteger.valueOf(amountMinor).multiply(BigInteger.valueOf(unscaled));
    BigInteger half =
        BigInteger.valueOf(divisor / 2).multiply(BigInteger.valueOf(product.signum()));
    return product.add(half).divide(BigInteger.valueOf(divisor)).longValueExact();
  }

  /** This rate a whole number of times: 1 % of three months is 3 %. */
  public Rate times(int count) {
    return new Rate(Math.multiplyExact(unscaled, count), scale);
  }

  /** This rate and another together. */
  public Rate plus(Rate other) {
    int common = Math.max(scale, other.scale);
    return new Rate(Math.addExact(scaled(common), other.scaled(common)), common);
  }

  private long scaled(int to) {
    return Math.multiplyExact(unscaled, POWERS[to - scale]);
  }

  /** The rate as a percentage, without trailing zeros. */
  public BigDecimal toPercent() {
    BigDecimal percent = BigDecimal.valueOf(unscaled, scale).movePointRight(2).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0) : percent;
  }

  private static long divideHalfUp(long dividend, long divisor) {
    long quotient = dividend / divisor;
    long remainder = Math.abs(dividend % divisor);
    return remainder >= divisor - remainder ? quotient + Long.signum(dividend) : quotient;
  }
}
