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
 */
record LineCase(String household, Beneficiary person, CareLine line, CareTerms terms, Used used) {

  /** An age that is not known. */
  static final int UNKNOWN = -1;

  /** The group of the act; empty when neither the registry nor the law says one. */
  String group() {
    PricedAct act = line.act();
    if (act == null || !act.group().isEmpty()) {
      return act == null ? "" : act.group();
    }
    return terms.law().groups().stream()
        .filter(group -> group.letters().contains(act.letter()))
        .map(CareGroup::id)
        .findFirst()
        .orElse("");
  }

  /** Code of the act. */
  String act() {
    return line.act() == null ? line.actCode() : line.act().code();
  }

  /** The status that coverage looks at: the first of the law that the person has. */
  String status() {
    return terms.law().statuses().stream()
        .map(CareWord::id)
        .filter(this::has)
        .findFirst()
        .orElse(CareLaw.NO_STATUS);
  }

  /** Whether a status is so on the day of care. */
  boolean has(String asked) {
    return person.statuses().stream()
        .anyMatch(status -> status.on(line.careOn()) && status.is(asked));
  }

  /** The place of care; the first one of the law when the line says none of it. */
  String place() {
    return terms.law().places().stream()
        .map(CareWord::id)
        .filter(line.place()::equals)
        .findFirst()
        .orElse(terms.law().places().getFirst().id());
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
