package org.caisse.app.generate;

import java.time.LocalDate;

/**
 * What a line of an invoice says, as texts where it may say nonsense.
 *
 * @param rank 0 for none
 * @param careOn a day as in ISO, or nonsense
 */
record ClaimText(
    String person,
    int rank,
    String careOn,
    String act,
    String letter,
    String coefficient,
    String medicine,
    int quantity,
    long unit,
    long charged,
    int rate,
    long fundShare,
    long patientShare,
    String prescriber,
    String prescription,
    String affection,
    String place) {

  /** What is said in place of a day where the line is wrong in that way. */
  static final String NO_DAY = "2026-02-30";

  /** The columns of Caisse's own form from {@code person} on. */
  String canonical() {
    return String.join(
        ";",
        person,
        rankText(),
        careOn,
        act,
        letter,
        coefficient,
        medicine,
        Integer.toString(quantity),
        Long.toString(unit),
        Long.toString(charged),
        Integer.toString(rate),
        Long.toString(fundShare),
        Long.toString(patientShare),
        prescriber,
        prescription,
        "",
        "",
        "",
        affection,
        "",
        place);
  }

  String rankText() {
    return rank == 0 ? "" : Integer.toString(rank);
  }

  /** The day where it is one, else what is said instead. */
  Object day() {
    return careOn.equals(NO_DAY) ? careOn : LocalDate.parse(careOn);
  }
}
