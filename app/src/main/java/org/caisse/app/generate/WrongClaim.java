package org.caisse.app.generate;

import org.caisse.domain.reject.RejectCode;

/** What is wrong with a line of an invoice, of so many in ten thousand; the intake refuses it. */
enum WrongClaim {
  NOBODY(RejectCode.PERSON_UNKNOWN, 50),
  PRODUCT(RejectCode.CHARGED_MISMATCH, 40),
  FUTURE(RejectCode.CARE_IN_FUTURE, 20),
  TWO_WAYS(RejectCode.CARE_UNCLEAR, 20),
  NO_DATE(RejectCode.DATE_UNREADABLE, 20),
  SHARES(RejectCode.SHARES_MISMATCH, 20),
  NO_RANK(RejectCode.RANK_UNKNOWN, 20);

  static final int OF = 10_000;

  private final RejectCode code;
  private final int rate;

  WrongClaim(RejectCode code, int rate) {
    this.code = code;
    this.rate = rate;
  }

  RejectCode code() {
    return code;
  }

  /**
   * What is wrong with a line, or null.
   *
   * @param drawn below {@link #OF}
   * @param percent of the rates
   */
  static WrongClaim of(int drawn, int percent) {
    int rest = drawn;
    for (WrongClaim wrong : values()) {
      rest -= wrong.rate * percent / 100;
      if (rest < 0) {
        return wrong;
      }
    }
    return null;
  }
}
