package org.caisse.config.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.domain.contribution.AssessContribution;
import org.caisse.domain.contribution.CountHeads;
import org.caisse.domain.contribution.LateDeclarationSurcharge;
import org.caisse.domain.contribution.MonthFacts;
import org.caisse.domain.contribution.SplitByFunders;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.FundingTerms;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Lookup;
import org.caisse.domain.pack.MissingFactException;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Shape;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.pack.UnsetParameterException;

/** Asks the law what a case asks, and compares. */
final class RunCase {

  private final Pack pack;
  private final PackCase one;
  private final Law law;

  RunCase(Pack pack, PackCase one) {
    this.pack = pack;
    this.one = one;
    this.law = new Law(pack, one.settings());
  }

  /** What is not as the case says; empty when all is. */
  Optional<String> failure() {
    String stopped = "";
    Optional<String> failure = Optional.empty();
    try {
      failure = answer();
    } catch (UnsetParameterException e) {
      stopped = e.parameter();
    } catch (MissingFactException e) {
      stopped = e.fact();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.of(e.getMessage());
    }
    String expected = one.stops() == null ? "" : one.stops();
    if (stopped.equals(expected)) {
      return expected.isEmpty() ? failure : Optional.empty();
    }
    return Optional.of(
        stopped.isEmpty()
            ? "it gives an answer, but must stop for want of '%s'".formatted(expected)
            : "it stops for want of '%s'".formatted(stopped));
  }

  private Optional<String> answer() {
    return switch (one.question()) {
      case Question.Owed owed -> owed(owed);
      case Question.Due due ->
          difference("due", terms(due.population()).due(due.headcount()), due.due());
      case Question.Late late -> late(late);
      case Question.Borne borne -> borne(borne);
      case Question.Found found -> found(found);
      case Question.Comes comes -> comes(comes);
    };
  }

  private Optional<String> owed(Question.Owed owed) {
    long base = 0;
    Shares shares = Shares.NOTHING;
    boolean any = false;
    for (int i = 0; i < owed.months(); i++) {
      LocalDate month = one.month().plusMonths(i);
      Optional<ContributionTerms> terms = law.contribution(owed.population(), month, owed.person());
      if (terms.isPresent()) {
        Circumstances person = counted(owed, terms.get(), month);
        base += AssessContribution.base(terms.get(), owed.payMinor(), person);
        shares = shares.plus(AssessContribution.assess(terms.get(), owed.payMinor(), person));
        any = true;
      }
    }
    if (owed.owed() == null || !any) {
      return difference(
          "gives", any ? "something" : "nothing", owed.owed() == null ? "nothing" : "something");
    }
    Map<String, Long> given = new LinkedHashMap<>();
    given.put("base", base);
    given.put("employer", shares.employerMinor());
    given.put("insured", shares.insuredMinor());
    given.put("state", shares.stateMinor());
    given.put("total", shares.totalMinor());
    given.keySet().retainAll(owed.owed().keySet());
    return amounts(given, owed.owed());
  }

  /** The person with the family as the rule counts it. */
  private static Circumstances counted(
      Question.Owed owed, ContributionTerms terms, LocalDate month) {
    if (owed.family() == null
        || terms.shape() == null
        || !(terms.shape().whole() instanceof Shape.Whole.Flat flat)
        || flat.heads() == null) {
      return owed.person();
    }
    Circumstances family =
        new Circumstances(
            null,
            CountHeads.of(terms.rule(), flat.heads(), owed.family(), month),
            null,
            Circumstances.UNKNOWN,
            Circumstances.UNKNOWN,
            0,
            null,
            null,
            new TreeMap<>());
    return family.completedBy(owed.person());
  }

  private Optional<String> late(Question.Late late) {
    DueTerms terms = terms(late.population());
    long surcharge =
        LateDeclarationSurcharge.of(
            late.contributionsMinor(),
            terms.latePerMonth(),
            terms.due(late.headcount()),
            late.received());
    return difference("surcharge", amount(surcharge), amount(late.surchargeMinor()));
  }

  private Optional<String> borne(Question.Borne borne) {
    Optional<FundingTerms> terms = law.funding(borne.payer(), borne.population(), one.month());
    if (terms.isEmpty() || borne.by() == null) {
      return difference(
          "gives", terms.isEmpty() ? "nothing" : "parts", borne.by() == null ? "nothing" : "parts");
    }
    Map<String, Long> given = new LinkedHashMap<>();
    SplitByFunders.split(terms.get(), borne.amountMinor())
        .forEach(part -> given.put(part.funder(), part.amountMinor()));
    return amounts(given, borne.by());
  }

  private Optional<String> found(Question.Found found) {
    Lookup.Row<BigDecimal> row =
        law.table(found.table(), one.month())
            .row(new MonthFacts(found.table(), one.month(), found.payMinor(), found.person()));
    Optional<String> value = difference("value", plain(row.value()), plain(found.value()));
    return value.isPresent() || found.row() == null
        ? value
        : difference("class", String.valueOf(row.name()), found.row());
  }

  private Optional<String> comes(Question.Comes comes) {
    Optional<BigDecimal> value = law.value(comes.parameter(), one.month());
    return difference("value", plain(value.orElse(null)), plain(comes.value()));
  }

  private DueTerms terms(String population) {
    return law.declarations(population, one.month());
  }

  private Optional<String> amounts(Map<String, Long> given, Map<String, Long> expected) {
    SortedMap<String, Long> all = new TreeMap<>(given);
    expected.keySet().forEach(key -> all.putIfAbsent(key, 0L));
    for (Map.Entry<String, Long> entry : all.entrySet()) {
      long other = expected.getOrDefault(entry.getKey(), 0L);
      if (entry.getValue() != other) {
        return difference(entry.getKey(), amount(entry.getValue()), amount(other));
      }
    }
    return Optional.empty();
  }

  private String amount(long minor) {
    return pack.currency().plain(minor);
  }

  private static String plain(BigDecimal value) {
    return value == null ? "nothing" : value.stripTrailingZeros().toPlainString();
  }

  private static Optional<String> difference(String what, Object given, Object expected) {
    return given.equals(expected)
        ? Optional.empty()
        : Optional.of("%s is %s, and should be %s".formatted(what, given, expected));
  }
}
