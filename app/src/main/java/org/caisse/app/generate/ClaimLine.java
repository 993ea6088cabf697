package org.caisse.app.generate;

import java.util.List;

/**
 * A line of a generated invoice, as it is sent, and what is known of it.
 *
 * @param sent what it says, by the columns of a line from {@code person} on
 * @param care what was done; null where the line does not say that in a way that counts
 * @param charged francs
 * @param wrong what the intake finds, or null
 * @param mess what the adjudication has to find, or empty
 */
record ClaimLine(ClaimText sent, Care care, long charged, WrongClaim wrong, String mess) {

  /** Whether another line was taken that says the same: corrected, this one is not taken again. */
  boolean isAgain(ClaimLine other) {
    return other.wrong() == null
        && other.care().patient().equals(care.patient())
        && other.sent().careOn().equals(sent.careOn())
        && other.sent().act().equals(sent.act())
        && other.sent().medicine().equals(sent.medicine())
        && other.sent().quantity() == sent.quantity()
        && other.charged() == charged;
  }

  /**
   * Care as it was given.
   *
   * @param patient whose
   * @param day epoch day
   * @param act what was done; null for a medicine, and for what is in no nomenclature
   * @param medicine what was given; null for an act, and for what is in no list
   * @param units how many
   * @param prescribed whether a prescriber is named
   * @param prescription number, or empty
   * @param affection code, or empty
   * @param stay whether in hospital
   */
  record Care(
      Insured patient,
      int day,
      ExampleCare.Act act,
      ExampleCare.Medicine medicine,
      int units,
      boolean prescribed,
      String prescription,
      String affection,
      boolean stay) {

    /** What is the same for the same care; what is in no list is told by the text that is sent. */
    List<Object> content(ClaimText sent) {
      String code =
          act != null
              ? act.code()
              : medicine != null ? medicine.code() : sent.act() + sent.medicine();
      return List.of(day, code, units);
    }

    String group() {
      return act == null ? "medicine" : act.group();
    }
  }
}
