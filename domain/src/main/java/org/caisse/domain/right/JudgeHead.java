package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.RightRule;

/**
 * The rights that a person has by himself, with every payer (SEMANTICS 16 of the design): by
 * contributions, by being listed in a population for which another pays, or by a status. With one
 * payer no two of them overlap: a right by contributions stands before one by a list as long as
 * months are contributed, and after it in the time that is merely tolerated; so whoever changes
 * between the two has no gap.
 */
public final class JudgeHead {

  private final HeadFacts facts;
  private final RightTerms terms;
  private final Benefits benefits;

  private JudgeHead(HeadFacts facts, RightTerms terms) {
    this.facts = facts;
    this.terms = terms;
    this.benefits = new Benefits(terms, facts.statuses());
  }

  /** The rights, by payer in the order of the law, then by day. */
  public static List<RightPeriod> judge(HeadFacts facts, RightTerms terms) {
    JudgeHead head = new JudgeHead(facts, terms);
    List<RightPeriod> rights = new ArrayList<>();
    for (CarePayer payer : terms.care().payers()) {
      head.with(payer).stream()
          .sorted(Comparator.comparing(RightPeriod::from))
          .forEach(rights::add);
    }
    return rights;
  }

  private List<RightPeriod> with(CarePayer payer) {
    List<RightPeriod> listed = listed(payer);
    List<ContributedRights.Resting> contributed = contributed(payer, listed);
    List<RightPeriod> rights = new ArrayList<>();
    Days resting =
        Days.of(
            contributed.stream()
                .map(
                    right ->
                        right
                            .period()
                            .span()
                            .and(new Span(right.period().from(), right.restsUntil())))
                .toList());
    Days listedDays = days(listed).minus(resting);
    for (ContributedRights.Resting right : contributed) {
      rights.addAll(without(right.period(), listedDays, listed));
    }
    List<RightPeriod> paying = contributed.stream().map(ContributedRights.Resting::period).toList();
    for (RightPeriod right : listed) {
      rights.addAll(without(right, resting, paying));
    }
    Days taken = days(rights);
    for (RightPeriod right : byStatus(payer)) {
      List<RightPeriod> left = without(right, taken, rights);
      taken = taken.or(days(left));
      rights.addAll(left);
    }
    return rights.stream().flatMap(right -> alive(right).stream()).toList();
  }

  private List<ContributedRights.Resting> contributed(CarePayer payer, List<RightPeriod> listed) {
    ContributedRights rule = new ContributedRights(terms, payer, facts.businessDate());
    List<ContributedRights.Resting> all = new ArrayList<>();
    for (Affiliation affiliation :
        Affiliation.of(MonthState.of(facts, terms, payer), terms, facts.businessDate())) {
      for (ContributedRights.Resting right : rule.of(affiliation, listed)) {
        for (RightPeriod given : benefits.of(right.period())) {
          all.add(new ContributedRights.Resting(given, right.restsUntil()));
        }
      }
    }
    return all;
  }

  private List<RightPeriod> listed(CarePayer payer) {
    List<RightPeriod> rights = new ArrayList<>();
    Days taken = Days.NONE;
    for (HeadFacts.Listed listed : facts.listed()) {
      Optional<RightRule> rule = terms.right(payer.id(), listed.population());
      if (rule.isEmpty() || rule.get().basis() != RightRule.Basis.MEMBERSHIP) {
        continue;
      }
      List<RightPeriod> given =
          lasting(
                  rule.get(),
                  Span.of(listed.from(), listed.to()),
                  listed.population(),
                  new Cut.Why(RightReason.MEMBER, listed.population()),
                  new Cut.Why(RightReason.LEFT, listed.population()))
              .stream()
              .flatMap(right -> benefits.of(right).stream())
              .toList();
      for (RightPeriod right : given) {
        rights.addAll(without(right, taken, rights));
      }
      taken = days(rights);
    }
    return rights;
  }

  private List<RightPeriod> byStatus(CarePayer payer) {
    List<RightPeriod> rights = new ArrayList<>();
    for (RightRule rule : terms.care().rights()) {
      if (rule.basis() != RightRule.Basis.STATUS || !rule.payer().equals(payer.id())) {
        continue;
      }
      facts.statuses().stream()
          .filter(status -> status.kind().equals(rule.status()))
          .flatMap(
              status ->
                  lasting(
                      rule,
                      status.span().and(new Span(terms.care().start(), Span.FOREVER)),
                      "",
                      new Cut.Why(RightReason.STATUS, status.kind()),
                      new Cut.Why(RightReason.STATUS_ENDED, status.kind()))
                      .stream())
          .forEach(rights::add);
    }
    return rights;
  }

  /** A right from the end of its waiting time to its end, or as long as it lasts. */
  private List<RightPeriod> lasting(
      RightRule rule, Span span, String population, Cut.Why opened, Cut.Why closed) {
    LocalDate from = terms.after(rule.waiting(), span.from());
    LocalDate most =
        terms
            .length(rule.lasts(), from)
            .map(length -> (LocalDate) length.addTo(from))
            .orElse(Span.FOREVER);
    LocalDate to = most.isBefore(span.to()) ? most : span.to();
    if (!from.isBefore(to)) {
      return List.of();
    }
    RightPeriod open =
        new RightPeriod(
            rule.payer(),
            from,
            null,
            population,
            rule.id(),
            opened.code(),
            opened.arguments(),
            null,
            "");
    if (to.equals(Span.FOREVER)) {
      return List.of(open);
    }
    return List.of(
        to.equals(span.to())
            ? open.until(to, closed.code(), closed.arguments())
            : open.until(to, RightReason.EXPIRED, closed.arguments()));
  }

  /** What of a right is on none of some days, which belong to other rights. */
  private static List<RightPeriod> without(RightPeriod right, Days gone, List<RightPeriod> others) {
    return Cut.keep(
        right,
        Days.of(right.span()).minus(gone),
        from ->
            new Cut.Why(
                RightReason.STATUS_CHANGE,
                population(others, other -> other.span().to().equals(from))),
        to ->
            new Cut.Why(
                RightReason.POPULATION, population(others, other -> other.from().equals(to))));
  }

  private static String population(List<RightPeriod> rights, Predicate<RightPeriod> which) {
    return rights.stream().filter(which).findFirst().map(RightPeriod::population).orElse("");
  }

  private static Days days(List<RightPeriod> rights) {
    return Days.of(rights.stream().map(RightPeriod::span).toList());
  }

  /** What of a right lies before death, and before the registry has the person no longer. */
  private List<RightPeriod> alive(RightPeriod right) {
    LocalDate death =
        facts.statuses().stream()
            .filter(status -> status.kind().equals(HeldStatus.DEATH))
            .map(HeldStatus::from)
            .min(Comparator.naturalOrder())
            .orElse(Span.FOREVER);
    LocalDate left = facts.leftOn() == null ? Span.FOREVER : facts.leftOn();
    RightReason why = left.isBefore(death) ? RightReason.LEFT : RightReason.DEATH;
    Span span = new Span(LocalDate.MIN, left.isBefore(death) ? left : death);
    return Cut.keep(right, Days.of(span), from -> new Cut.Why(why, ""), to -> new Cut.Why(why, ""));
  }
}
