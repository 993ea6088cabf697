package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.RightRule;

/**
 * A month of a person as a rule of a payer sees it. Of several employers the one counts by whom the
 * person is best off.
 *
 * @param contributed whether it counts for the waiting time
 * @param lateOn day from which it counts, when it was paid late; else null
 * @param due since when it is unpaid
 * @param settledOn from when it is no longer unpaid; null while it is
 * @param takenOn first day of the right that the old system had for it; else null
 */
record MonthState(
    LocalDate month,
    String population,
    RightRule rule,
    boolean contributed,
    LocalDate lateOn,
    LocalDate due,
    LocalDate settledOn,
    LocalDate takenOn) {

  /** The months that count with a payer, by their first days. */
  static SortedMap<LocalDate, MonthState> of(HeadFacts facts, RightTerms terms, CarePayer payer) {
    Benefits benefits = new Benefits(terms, facts.statuses());
    SortedMap<LocalDate, MonthState> states = new TreeMap<>();
    for (ContributedMonth month : facts.months()) {
      terms
          .right(payer.id(), month.population())
          .filter(RightTerms::isContributive)
          .map(rule -> of(month, rule, terms))
          .ifPresent(
              state -> states.merge(state.month(), state, (one, two) -> one.better(two, benefits)));
    }
    if (terms.base().filter(payer::equals).isPresent()) {
      takenOn(facts, terms, payer, states);
    }
    return states;
  }

  private static MonthState of(ContributedMonth month, RightRule rule, RightTerms terms) {
    LocalDate due =
        month.due() == null ? terms.due(month.population(), month.month()) : month.due();
    boolean contributed =
        switch (rule.basis()) {
          case DECLARED -> true;
          case ASSESSED -> month.assessed();
          case PAID -> month.assessed() && month.paid();
          case MEMBERSHIP, STATUS -> false;
        };
    LocalDate late = rule.basis() == RightRule.Basis.PAID ? month.lateOn() : null;
    return new MonthState(
        month.month(), month.population(), rule, contributed, late, due, month.settledOn(), null);
  }

  /** The one of two by which the person is better off; it is unpaid until the first is paid. */
  private MonthState better(MonthState other, Benefits benefits) {
    MonthState best = isBetterThan(other, benefits) ? this : other;
    LocalDate settled = earlier(settledOn, other.settledOn);
    return new MonthState(
        best.month,
        best.population,
        best.rule,
        best.contributed,
        best.lateOn,
        best.due,
        settled,
        best.takenOn);
  }

  /** A population to which nothing is given yet is of no use to anybody. */
  private boolean isBetterThan(MonthState other, Benefits benefits) {
    boolean given = benefits.begun(population, month);
    if (given != benefits.begun(other.population, month)) {
      return given;
    }
    if (contributed != other.contributed) {
      return contributed;
    }
    return lateOn == null || (other.lateOn != null && !other.lateOn.isBefore(lateOn));
  }

  private static LocalDate earlier(LocalDate one, LocalDate two) {
    if (one == null || two == null) {
      return one == null ? two : one;
    }
    return one.isBefore(two) ? one : two;
  }

  /** Months in which the old system had a right, up to the day on which that was taken on. */
  private static void takenOn(
      HeadFacts facts, RightTerms terms, CarePayer payer, SortedMap<LocalDate, MonthState> states) {
    String population = states.isEmpty() ? null : states.firstEntry().getValue().population();
    RightRule rule =
        population == null
            ? terms.care().rights().stream()
                .filter(one -> one.payer().equals(payer.id()) && RightTerms.isContributive(one))
                .findFirst()
                .orElse(null)
            : terms.right(payer.id(), population).orElse(null);
    if (rule == null) {
      return;
    }
    String of = population == null ? rule.populations().getFirst() : population;
    for (HeadFacts.EarlierRight right : facts.earlier()) {
      LocalDate end = right.to() == null ? right.takenOn() : right.to();
      for (LocalDate month = right.from().withDayOfMonth(1);
          month.isBefore(end);
          month = month.plusMonths(1)) {
        MonthState known = states.get(month);
        states.put(
            month,
            known == null
                ? new MonthState(
                    month, of, rule, true, null, terms.due(of, month), month, right.from())
                : known.takenOn(right.from()));
      }
    }
  }

  private MonthState takenOn(LocalDate from) {
    return new MonthState(month, population, rule, contributed, lateOn, due, settledOn, from);
  }

  /** The first day on which this month, unpaid, closes the right; null when it never does. */
  LocalDate suspends(RightTerms terms) {
    return terms
        .length(rule.suspension(), due)
        .map(length -> ((LocalDate) length.addTo(due)).plusDays(1))
        .orElse(null);
  }

  /** All of these months one after the other, contributed. */
  static boolean consecutive(List<MonthState> months) {
    return months.stream().allMatch(month -> month != null && month.contributed());
  }
}
