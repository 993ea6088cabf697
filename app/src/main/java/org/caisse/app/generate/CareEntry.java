package org.caisse.app.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A line that the intake takes, with what has to be decided of it after each day of receipt. */
final class CareEntry {

  static final int NEVER = Integer.MAX_VALUE;

  private final Place place;
  private final ClaimLine line;
  private final List<CareAnswer> answers = new ArrayList<>();
  private int falls = NEVER;

  /**
   * Where it stands.
   *
   * @param file and {@code line}: where it was sent
   * @param provider index
   * @param invoice number
   * @param version of the invoice
   * @param order within the invoice
   * @param receipt on which day of receipt it comes in
   */
  record Place(
      String file, int line, int provider, int invoice, int version, int order, int receipt) {}

  CareEntry(Place place, ClaimLine line) {
    this.place = place;
    this.line = line;
  }

  Place place() {
    return place;
  }

  ClaimLine line() {
    return line;
  }

  ClaimLine.Care care() {
    return line.care();
  }

  LocalDate day() {
    return LocalDate.ofEpochDay(line.care().day());
  }

  /** From this receipt on it counts no more. */
  void fallsAt(int receipt) {
    falls = receipt;
  }

  boolean fallsNow(int receipt) {
    return falls == receipt;
  }

  boolean counts(int receipt) {
    return place.receipt() <= receipt && receipt < falls;
  }

  void answered(CareAnswer answer) {
    answers.add(answer);
  }

  /** What is decided after a receipt. */
  CareAnswer answer(int receipt) {
    return answers.get(receipt - place.receipt());
  }

  /** What was decided at the receipt before and told then; null for nothing. */
  CareAnswer told(int receipt) {
    int before = receipt - 1 - place.receipt();
    CareAnswer answer = before < 0 ? null : answers.get(before);
    return answer == null || answer.status() == CareAnswer.Status.PENDED ? null : answer;
  }
}
