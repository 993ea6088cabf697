package org.caisse.domain.claim;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.caisse.domain.care.CareGroup;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CareWord;

/**
 * A line with all that rules ask for when it is its turn.
 *
 * @param household number of the household
 * @param person who was cared for
 * @param line the line
 * @param terms of its day of care
 * @param used what the lines before have taken
 * @param group of the act; empty when neither the registry nor the law says one
 * @param status that coverage looks at: the first of the law that the person has
 * @param place of care; the first one of the law when the line says none of it
 */
record LineCase(
    String household,
    Beneficiary person,
    CareLine line,
    CareTerms terms,
    Used used,
    String group,
    String status,
    String place) {

  LineCase(String household, Beneficiary person, CareLine line, CareTerms terms, Used used) {
    this(
        household,
        person,
        line,
        terms,
        used,
        group(line.act(), terms.law()),
        status(person, line, terms.law()),
        place(line, terms.law()));
  }

  /** An age that is not known. */
  static final int UNKNOWN = -1;

  private static String group(PricedAct act, CareLaw law) {
    if (act == null || !act.group().isEmpty()) {
      return act == null ? "" : act.group();
    }
    return law.groups().stream()
        .filter(group -> group.letters().contains(act.letter()))
        .map(CareGroup::id)
        .findFirst()
        .orElse("");
  }

  private static String status(Beneficiary person, CareLine line, CareLaw law) {
    return law.statuses().stream()
        .map(CareWord::id)
        .filter(asked -> has(person, line, asked))
        .findFirst()
        .orElse(CareLaw.NO_STATUS);
  }

  private static String place(CareLine line, CareLaw law) {
    return law.places().stream()
        .map(CareWord::id)
        .filter(line.place()::equals)
        .findFirst()
        .orElse(law.places().getFirst().id());
  }

  /** Code of the act. */
  String act() {
    return line.act() == null ? line.actCode() : line.act().code();
  }

  /** Whether a status is so on the day of care. */
  boolean has(String asked) {
    return has(person, line, asked);
  }

  private static boolean has(Beneficiary person, CareLine line, String asked) {
    return person.statuses().stream()
        .anyMatch(status -> status.on(line.careOn()) && status.is(asked));
  }

  /** Completed months on the day of care, or {@link #UNKNOWN}. */
  int months() {
    return person.born() == null
        ? UNKNOWN
        : (int) ChronoUnit.MONTHS.between(person.born(), line.careOn());
  }

  /** Completed years on the day of care, or {@link #UNKNOWN}. */
  int years() {
    return person.born() == null
        ? UNKNOWN
        : Period.between(person.born(), line.careOn()).getYears();
  }
}
