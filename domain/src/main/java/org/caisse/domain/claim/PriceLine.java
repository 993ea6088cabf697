package org.caisse.domain.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a number of units of an act comes to by the registry: exact, rounded once, half up, to the
 * minor unit. The first that is said counts: the price that a reviewer approved; letter times
 * coefficient times unit value; flat amount; reference price, at most the least one of the generic
 * group where the law substitutes; a part of what is charged; the tariff of the act.
 */
final class PriceLine {

  /** There is no price. */
  static final long NONE = -1;

  private static final long THOUSAND = 1000;

  private PriceLine() {}

  /**
   * The price of some units of a line.
   *
   * @param agreedMinor price of one that a reviewer approved; {@link CareLine#UNSAID} for none
   * @param quantityMilli how many of the units of the line
   * @param substitution whether the least reference price of the generic group counts
   * @return minor units; {@link #NONE} when the registry has none
   */
  static long of(CareLine line, long agreedMinor, long quantityMilli, boolean substitution) {
    PricedAct act = line.act();
    if (agreedMinor != CareLine.UNSAID) {
      return times(quantityMilli, agreedMinor, 1, THOUSAND);
    }
    if (!act.letter().isEmpty()) {
      return act.unitMinor() == CareLine.UNSAID
          ? NONE
          : times(quantityMilli, act.unitMinor(), act.coefficientMilli(), THOUSAND * THOUSAND);
    }
    if (act.flatMinor() != CareLine.UNSAID) {
      return times(quantityMilli, act.flatMinor(), 1, THOUSAND);
    }
    if (act.medicine()) {
      long reference = reference(act, substitution);
      return reference == CareLine.UNSAID
          ? charged(line, quantityMilli)
          : times(quantityMilli, reference, 1, THOUSAND);
    }
    if (act.relativeMilli() > 0) {
      return times(
          line.chargedMinor(),
          act.relativeMilli(),
          quantityMilli,
          Math.multiplyExact(THOUSAND, line.quantityMilli()));
    }
    return act.unitMinor() == CareLine.UNSAID
        ? NONE
        : times(quantityMilli, act.unitMinor(), 1, THOUSAND);
  }

  /** What is charged for some of the units of a line. */
  static long charged(CareLine line, long quantityMilli) {
    return part(line.chargedMinor(), quantityMilli, line);
  }

  /** The part of an amount that is for some of the units of a line. */
  static long part(long amountMinor, long quantityMilli, CareLine line) {
    return quantityMilli == line.quantityMilli()
        ? amountMinor
        : times(amountMinor, quantityMilli, 1, line.quantityMilli());
  }

  private static long reference(PricedAct act, boolean substitution) {
    boolean generic =
        substitution
            && act.genericMinor() != CareLine.UNSAID
            && (act.referenceMinor() == CareLine.UNSAID
                || act.genericMinor() < act.referenceMinor());
    return generic ? act.genericMinor() : act.referenceMinor();
  }

  private static long times(long one, long two, long three, long divisor) {
    return BigDecimal.valueOf(one)
        .multiply(BigDecimal.valueOf(two))
        .multiply(BigDecimal.valueOf(three))
        .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
