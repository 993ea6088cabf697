package org.caisse.domain.pack;

/**
 * Amounts by payer.
 *
 * @param employerMinor minor units borne by the employer
 * @param insuredMinor minor units borne by the insured person
 * @param stateMinor minor units borne by the State
 */
public record Shares(long employerMinor, long insuredMinor, long stateMinor) {

  /** No amount for anyone. */
  public static final Shares NOTHING = new Shares(0, 0, 0);

  /** What one payer bears. */
  public long of(Payer payer) {
    return switch (payer) {
      case EMPLOYER -> employerMinor;
      case INSURED -> insuredMinor;
      case STATE -> stateMinor;
    };
  }

  /** All payers together. */
  public long totalMinor() {
    return Math.addExact(Math.addExact(employerMinor, insuredMinor), stateMinor);
  }

  public Shares plus(Shares other) {
    return new Shares(
        Math.addExact(employerMinor, other.employerMinor),
        Math.addExact(insuredMinor, other.insuredMinor),
        Math.addExact(stateMinor, other.stateMinor));
  }

  public Shares minus(Shares other) {
    return new Shares(
        Math.subtractExact(employerMinor, other.employerMinor),
        Math.subtractExact(insuredMinor, other.insuredMinor),
        Math.subtractExact(stateMinor, other.stateMinor));
  }
}
