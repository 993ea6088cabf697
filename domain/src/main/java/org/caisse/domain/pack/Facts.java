package org.caisse.domain.pack;

/** What a table asks. */
public interface Facts {

  /**
   * A number, in whole units: years, months, persons, minor units of the currency.
   *
   * @throws MissingFactException when nobody gave it
   */
  long number(Fact fact);

  /**
   * A fact in the words of the pack.
   *
   * @throws MissingFactException when nobody gave it
   */
  String word(String fact);

  /** The name of the row that the person is known to belong to, or null. */
  String row();
}
