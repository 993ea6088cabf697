package org.caisse.domain.claim;

/** Why a line waits for somebody. */
public enum PendReason {
  /** The prior agreement that it needs is asked for and not decided. */
  AGREEMENT_UNDECIDED(1),
  /** The registry has the act and no price of it for that day and level. */
  TARIFF_MISSING(2),
  /** A rule asks for the age of the person, whose day of birth is not known. */
  BIRTH_UNKNOWN(3);

  private final int number;

  PendReason(int number) {
    this.number = number;
  }

  /** The stable number under which it is stored. */
  public int number() {
    return number;
  }

  /**
   * The reason of a stored number.
   *
   * @throws IllegalArgumentException when no reason has this number
   */
  public static PendReason ofNumber(int number) {
    for (PendReason reason : values()) {
      if (reason.number == number) {
        return reason;
      }
    }
    throw new IllegalArgumentException("no reason to wait has number " + number);
  }
}
