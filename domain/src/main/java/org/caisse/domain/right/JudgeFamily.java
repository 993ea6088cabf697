package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.DependantRules;
import org.caisse.domain.care.DependantRules.Relation;
import org.caisse.domain.care.RightRule;

/**
 * The rights that dependants have from a head of family: on the days on which the head has one, or
 * for the time that the law gives them after his death; as long as they are dependants by age,
 * schooling or disability, and within the number that the law allows, in the order of declaration.
 * A right of one's own with the same payer comes first, then the head that the law names.
 */
public final class JudgeFamily {

  private final FamilyFacts family;
  private final RightTerms terms;
  private final DependantRules rules;
  private final Map<String, Days> places = new TreeMap<>();

  private JudgeFamily(FamilyFacts family, RightTerms terms) {
    this.family = family;
    this.terms = terms;
    this.rules = terms.care().dependants();
  }

  /** The rights of each dependant, by number of the person. */
  public static Map<String, List<RightPeriod>> judge(FamilyFacts family, RightTerms terms) {
    return new JudgeFamily(family, terms).judge();
  }

  private Map<String, List<RightPeriod>> judge() {
    Map<String, List<RightPeriod>> rights = new TreeMap<>();
    if (rules == null) {
      return rights;
    }
    for (Relation relation : Relation.values()) {
      rules.kinds().stream()
          .filter(kind -> kind.relation() == relation)
          .findFirst()
          .ifPresent(this::place);
    }
    for (FamilyFacts.Dependant dependant : family.dependants()) {
      List<RightPeriod> all = new ArrayList<>();
      for (FamilyFacts.Link link : dependant.links()) {
        Days fits = places.getOrDefault(key(dependant, link), Days.NONE);
        for (RightPeriod right : family.rights()) {
          all.addAll(derived(dependant, link, fits, right));
        }
      }
      rights.put(
          dependant.personNo(),
          all.stream()
              .sorted(Comparator.comparing(RightPeriod::payer).thenComparing(RightPeriod::from))
              .toList());
    }
    return rights;
  }

  private static String key(FamilyFacts.Dependant dependant, FamilyFacts.Link link) {
    return dependant.personNo() + " " + link.from() + " " + link.relation();
  }

  /** On which days the dependants of a relation fit and find a place. */
  private void place(DependantRules.Kind kind) {
    record Asked(FamilyFacts.Dependant dependant, FamilyFacts.Link link) {}
    List<Asked> asked = new ArrayList<>();
    for (FamilyFacts.Dependant dependant : family.dependants()) {
      for (FamilyFacts.Link link : dependant.links()) {
        if (link.relation() == kind.relation()) {
          asked.add(new Asked(dependant, link));
        }
      }
    }
    asked.sort(
        Comparator.comparingInt((Asked one) -> one.link().order())
            .thenComparing(one -> one.dependant().personNo())
            .thenComparing(one -> one.link().from()));
    List<Days> taken = new ArrayList<>();
    for (Asked one : asked) {
      Days fits = fits(kind, one.dependant(), one.link());
      Optional<Integer> most = terms.number(kind.most(), one.link().from());
      if (most.isPresent()) {
        fits = fits.minus(full(taken, most.get()));
      }
      taken.add(fits);
      places.put(key(one.dependant(), one.link()), fits);
    }
  }

  /** Days on which so many places are taken. */
  private static Days full(List<Days> taken, int most) {
    List<Days> levels = new ArrayList<>();
    for (Days days : taken) {
      Days rest = days;
      for (int i = 0; i < levels.size(); i++) {
        Days more = levels.get(i).and(rest);
        levels.set(i, levels.get(i).or(rest));
        rest = more;
      }
      levels.add(rest);
    }
    if (most == 0) {
      return Days.of(new Span(LocalDate.MIN, Span.FOREVER));
    }
    return levels.size() < most ? Days.NONE : levels.get(most - 1);
  }

  private Days fits(
      DependantRules.Kind kind, FamilyFacts.Dependant dependant, FamilyFacts.Link link) {
    Days days = Days.of(link.span());
    if (kind.ageBelow() != null) {
      Days young = below(kind.ageBelow(), dependant, link);
      if (kind.studentBelow() != null) {
        young =
            young.or(with(dependant, "student").and(below(kind.studentBelow(), dependant, link)));
      }
      if (kind.disabledAlways()) {
        young = young.or(with(dependant, "disability"));
      }
      days = days.and(young);
    }
    if (kind.uncoveredOnly()) {
      days = days.minus(covered(dependant));
    }
    LocalDate end = dependant.leftOn() == null ? Span.FOREVER : dependant.leftOn();
    return days.and(Days.of(new Span(LocalDate.MIN, end))).minus(with(dependant, HeldStatus.DEATH));
  }

  /** Days before a birthday: none when the day of birth is not known, all when there is no age. */
  private Days below(String age, FamilyFacts.Dependant dependant, FamilyFacts.Link link) {
    Optional<Integer> years = terms.number(age, link.from());
    if (years.isEmpty()) {
      return Days.of(new Span(LocalDate.MIN, Span.FOREVER));
    }
    return dependant.born() == null
        ? Days.NONE
        : Days.of(new Span(LocalDate.MIN, dependant.born().plusYears(years.get())));
  }

  private static Days with(FamilyFacts.Dependant dependant, String kind) {
    return Days.of(
        dependant.statuses().stream()
            .filter(status -> status.kind().equals(kind))
            .map(HeldStatus::span)
            .toList());
  }

  /** Days on which the person has a right of his own, complementary ones apart. */
  private Days covered(FamilyFacts.Dependant dependant) {
    return Days.of(
        dependant.own().stream()
            .filter(
                right ->
                    terms
                        .care()
                        .payer(right.payer())
                        .filter(payer -> payer.kind() != CarePayer.Kind.MUTUAL)
                        .isPresent())
            .map(RightPeriod::span)
            .toList());
  }

  private List<RightPeriod> derived(
      FamilyFacts.Dependant dependant, FamilyFacts.Link link, Days fits, RightPeriod right) {
    Optional<RightRule> rule =
        terms.care().rights().stream().filter(one -> one.id().equals(right.rule())).findFirst();
    if (rule.isEmpty() || !rule.get().dependants()) {
      return List.of();
    }
    String arguments = link.relation().name() + ";" + family.headNo();
    RightPeriod alive =
        new RightPeriod(
            right.payer(),
            right.from(),
            right.to(),
            right.population(),
            right.rule(),
            RightReason.DEPENDANT,
            arguments,
            right.endWhy() == null ? null : RightReason.HEAD_CLOSED,
            right.endWhy() == null ? "" : family.headNo() + ";" + right.endWhy());
    List<RightPeriod> parts = new ArrayList<>(cut(dependant, link, fits, alive));
    if (right.endWhy() == RightReason.DEATH) {
      LocalDate until = terms.after(rule.get().survivors(), right.to());
      if (until.isAfter(right.to())) {
        parts.addAll(
            cut(
                dependant,
                link,
                fits,
                new RightPeriod(
                    right.payer(),
                    right.to(),
                    until,
                    right.population(),
                    right.rule(),
                    RightReason.SURVIVOR,
                    arguments,
                    RightReason.SURVIVORS_END,
                    Opening.word(right.to()))));
      }
    }
    return parts;
  }

  private List<RightPeriod> cut(
      FamilyFacts.Dependant dependant, FamilyFacts.Link link, Days fits, RightPeriod right) {
    Days own =
        Days.of(
            dependant.own().stream()
                .filter(one -> one.payer().equals(right.payer()))
                .map(RightPeriod::span)
                .toList());
    Days others =
        Days.of(
            dependant.others().stream()
                .filter(other -> other.payer().equals(right.payer()) && comesFirst(other, link))
                .map(other -> Span.of(other.from(), other.to()))
                .toList());
    return Cut.keep(
        right,
        fits.minus(own).minus(others),
        from -> new Cut.Why(right.why(), right.arguments()),
        to -> ended(dependant, link, own, others, to));
  }

  private boolean comesFirst(FamilyFacts.OtherHead other, FamilyFacts.Link link) {
    boolean earlier = other.order() < link.order();
    return switch (rules.attachment()) {
      case FIRST_DECLARER -> earlier;
      case OLDER_PARENT -> {
        if (other.born() == null || family.born() == null || other.born().equals(family.born())) {
          yield earlier;
        }
        yield other.born().isBefore(family.born());
      }
    };
  }

  /** Why a right ends on a day on which that of the head goes on. */
  private Cut.Why ended(
      FamilyFacts.Dependant dependant,
      FamilyFacts.Link link,
      Days own,
      Days others,
      LocalDate day) {
    if (day.equals(link.to())) {
      return new Cut.Why(RightReason.LINK_ENDED, family.headNo());
    }
    if (begins(with(dependant, HeldStatus.DEATH), day)) {
      return new Cut.Why(RightReason.DEATH, "");
    }
    if (day.equals(dependant.leftOn())) {
      return new Cut.Why(RightReason.LEFT, "");
    }
    if (begins(own, day) || begins(covered(dependant), day)) {
      return new Cut.Why(RightReason.OWN_RIGHT, "");
    }
    if (begins(others, day)) {
      return new Cut.Why(RightReason.OTHER_HEAD, "");
    }
    for (String kind : List.of("student", "disability")) {
      if (with(dependant, kind).spans().stream().anyMatch(span -> span.to().equals(day))) {
        return new Cut.Why(RightReason.STATUS_ENDED, kind);
      }
    }
    boolean birthday =
        dependant.born() != null
            && dependant.born().plusYears(day.getYear() - dependant.born().getYear()).equals(day);
    return new Cut.Why(birthday ? RightReason.AGE : RightReason.TOO_MANY, "");
  }

  private static boolean begins(Days days, LocalDate day) {
    return days.spans().stream().anyMatch(span -> span.from().equals(day));
  }
}
