package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.Delay;
import org.caisse.domain.care.RightRule;

/**
 * What a person lacks who never had a right of his own with the first insurance. A right that was
 * there and closed says itself why.
 *
 * @param why what is missing
 * @param arguments in the order in which {@link Why} names them
 */
public record NoRight(Why why, List<String> arguments) {

  /** What is missing. */
  public enum Why {
    /** The registry no longer has the person since a day. */
    LEFT,
    /** Dead since a day. */
    DEATH,
    /** Nobody contributes for the person, and no list names him. */
    NOTHING,
    /** The law gives no right to this population. */
    NO_RULE,
    /** A month does not count yet: it is not assessed, or not paid. Month, due day. */
    UNPAID,
    /** So many months were contributed one after the other, so many are asked, the last of them. */
    WAITING,
    /** Opens on a day. */
    OPENS,
    /** Benefits of a population in a region begin on a day. */
    BENEFITS_LATER,
    /** The law fixes no day yet for benefits of a population in a region. */
    BENEFITS_UNDATED,
    /** The head who declared the person has rights, which do not reach this dependant. */
    DEPENDANT
  }

  public NoRight {
    arguments = List.copyOf(arguments);
  }

  /** Of a dependant whose head has rights: he is too old, one too many, or belongs elsewhere. */
  public static NoRight dependant() {
    return of(Why.DEPENDANT);
  }

  private static NoRight of(Why why, String... arguments) {
    return new NoRight(why, List.of(arguments));
  }

  /**
   * What is missing on a day; empty when a right stands or stood by then, and where the law knows
   * no insurance.
   */
  public static Optional<NoRight> on(LocalDate day, HeadFacts facts, RightTerms terms) {
    Optional<CarePayer> payer = terms.base();
    if (payer.isEmpty() || stood(day, facts, terms, payer.get())) {
      return Optional.empty();
    }
    return Optional.of(new Search(day, facts, terms, payer.get()).missing());
  }

  private static boolean stood(LocalDate day, HeadFacts facts, RightTerms terms, CarePayer payer) {
    return JudgeHead.judge(facts, terms).stream()
        .anyMatch(right -> right.payer().equals(payer.id()) && !right.from().isAfter(day));
  }

  private record Search(LocalDate day, HeadFacts facts, RightTerms terms, CarePayer payer) {

    NoRight missing() {
      if (facts.leftOn() != null && !facts.leftOn().isAfter(day)) {
        return of(Why.LEFT, Opening.word(facts.leftOn()));
      }
      return dead().or(this::listed).orElseGet(this::contributed);
    }

    private Optional<NoRight> dead() {
      return facts.statuses().stream()
          .filter(status -> status.kind().equals(HeldStatus.DEATH) && !status.from().isAfter(day))
          .findFirst()
          .map(status -> of(Why.DEATH, Opening.word(status.from())));
    }

    private Optional<NoRight> listed() {
      for (HeadFacts.Listed listed : facts.listed()) {
        Optional<RightRule> rule = terms.right(payer.id(), listed.population());
        boolean now = contains(Span.of(listed.from(), listed.to()));
        if (now && rule.isPresent() && rule.get().basis() == RightRule.Basis.MEMBERSHIP) {
          LocalDate opens = terms.after(rule.get().waiting(), listed.from());
          return Optional.of(
              opens.isAfter(day)
                  ? of(Why.OPENS, Opening.word(opens))
                  : benefits(listed.population()));
        }
      }
      return Optional.empty();
    }

    private NoRight contributed() {
      SortedMap<LocalDate, MonthState> states =
          MonthState.of(facts, terms, payer).headMap(day.plusDays(1));
      if (states.isEmpty()) {
        return facts.months().isEmpty()
            ? of(Why.NOTHING)
            : of(Why.NO_RULE, facts.months().getLast().population());
      }
      Affiliation last = Affiliation.of(states, terms, facts.businessDate()).getLast();
      for (ContributedRights.Resting right :
          new ContributedRights(terms, payer, facts.businessDate()).of(last, List.of())) {
        if (contains(right.period().span())) {
          return benefits(right.period().population());
        }
        if (right.period().from().isAfter(day)) {
          return of(Why.OPENS, Opening.word(right.period().from()));
        }
      }
      return waiting(states);
    }

    private NoRight waiting(SortedMap<LocalDate, MonthState> states) {
      MonthState last = states.lastEntry().getValue();
      if (!last.contributed()) {
        return of(Why.UNPAID, Opening.word(last.month()), Opening.word(last.due()));
      }
      int count = 0;
      for (LocalDate month = last.month();
          states.containsKey(month) && states.get(month).contributed();
          month = month.minusMonths(1)) {
        count++;
      }
      Delay waiting = last.rule().waiting();
      if (waiting != null && waiting.unit() == Delay.Unit.DAYS) {
        LocalDate first = last.month().minusMonths(count - 1L);
        return of(Why.OPENS, Opening.word(terms.after(waiting, first)));
      }
      int asked = waiting == null ? 0 : terms.number(waiting.parameter(), last.month()).orElse(0);
      return of(
          Why.WAITING,
          Integer.toString(count),
          Integer.toString(asked),
          Opening.word(last.month()));
    }

    private NoRight benefits(String population) {
      String region =
          facts.statuses().stream()
              .filter(status -> status.kind().equals(HeldStatus.REGION) && contains(status.span()))
              .map(HeldStatus::detail)
              .findFirst()
              .orElse("");
      return terms
          .benefitsFrom(population, region)
          .map(from -> of(Why.BENEFITS_LATER, population, region, Opening.word(from)))
          .orElseGet(() -> of(Why.BENEFITS_UNDATED, population, region));
    }

    private boolean contains(Span span) {
      return !day.isBefore(span.from()) && day.isBefore(span.to());
    }
  }
}
