package org.caisse.app.generate;

/**
 * What the adjudication of a line has to find, of so many in ten thousand: the intake takes it as
 * it is.
 */
enum ClaimMess {
  /** The same care on another invoice, perhaps of another provider. */
  DUPLICATE(100),
  /** An act that is in no nomenclature. */
  UNKNOWN_ACT(50),
  /** The code of an older nomenclature. */
  OLD_ACT(100),
  /** Half as much again as the tariff. */
  ABOVE_TARIFF(300),
  /** Care of one or two months before. */
  LATE(200),
  /** Medicines, tests or pictures that nobody prescribed. */
  NO_PRESCRIBER(60),
  /** Weeks in intensive care, of a few persons: beyond what is paid in a year. */
  LONG_STAY(30);

  private final int rate;

  ClaimMess(int rate) {
    this.rate = rate;
  }

  /**
   * What is peculiar about a line, or null.
   *
   * @param drawn below {@link WrongClaim#OF}
   * @param percent of the rates
   */
  static ClaimMess of(int drawn, int percent) {
    int rest = drawn;
    for (ClaimMess mess : values()) {
      rest -= mess.rate * percent / 100;
      if (rest < 0) {
        return mess;
      }
    }
    return null;
  }
}
