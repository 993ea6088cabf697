package org.caisse.domain.pack;

import java.util.Locale;
import java.util.Optional;

/** The numbers by which a table can be looked up. Words are facts too; each pack names its own. */
public enum Fact {
  /** Completed years on the first day of the month, or of the months paid ahead. */
  AGE,
  /** Pay of the month. */
  PAY,
  /** Declared income, for as long as the unit in the table says. */
  INCOME,
  /** Months paid ahead. */
  TERM,
  /** Persons whom an employer employs. */
  HEADCOUNT;

  /** How packs write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number that packs write so. */
  public static Optional<Fact> of(String code) {
    for (Fact fact : values()) {
      if (fact.code().equals(code)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }
}
