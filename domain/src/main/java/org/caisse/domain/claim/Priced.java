package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.amount;
import static org.caisse.domain.claim.Refusal.text;

import java.util.Optional;

/**
 * A line with its price.
 *
 * @param line the line
 * @param agreedMinor price of one that a reviewer approved; {@link CareLine#UNSAID} for none
 * @param substitution whether generic prices count
 * @param tariffMinor what the registry's price comes to for the whole line; {@link PriceLine#NONE}
 *     for none
 */
record Priced(CareLine line, long agreedMinor, boolean substitution, long tariffMinor) {

  static Priced of(LineCase line, Optional<FindAgreement.Found> agreement) {
    long agreed =
        agreement
            .filter(found -> found.granted() && found.leftMilli() > 0)
            .map(found -> found.agreement().unitMinor())
            .orElse(CareLine.UNSAID);
    boolean substitution = line.terms().law().claims().substitution();
    CareLine said = line.line();
    return new Priced(
        said, agreed, substitution, PriceLine.of(said, agreed, said.quantityMilli(), substitution));
  }

  /** Whether the registry has no price. */
  boolean missing() {
    return tariffMinor == PriceLine.NONE;
  }

  /** The part of the charge for some of the units that is not above the tariff. */
  long allowedMinor(long quantityMilli) {
    long charged = PriceLine.charged(line, quantityMilli);
    return missing()
        ? charged
        : Math.min(charged, PriceLine.of(line, agreedMinor, quantityMilli, substitution));
  }

  /** The part of the charge that is not above the tariff. */
  long allowedMinor() {
    return allowedMinor(line.quantityMilli());
  }

  /** Why something is charged above the tariff. */
  Refusal above() {
    if (agreedMinor != CareLine.UNSAID) {
      return Refusal.of(ReductionCode.ABOVE_AGREED, amount(tariffMinor), text(line.actCode()));
    }
    return Refusal.of(
        line.act().medicine() ? ReductionCode.ABOVE_REFERENCE : ReductionCode.ABOVE_TARIFF,
        amount(tariffMinor),
        text(line.actCode()));
  }
}
