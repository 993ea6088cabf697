package org.caisse.domain.expected;

import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.AssessContribution;
import org.caisse.domain.expected.ControlRow.Found;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.FundChecks;
import org.caisse.domain.pack.MissingFactException;
import org.caisse.domain.pack.Shape;

/**
 * Finds what is worth a look in one person's month with one employer: expected by a list or by the
 * month before and not declared, declared and on no list, or paid less than the month before, than
 * a list says, or than the floor. It decides nothing that is owed. Pays are compared as for whole
 * months, so that whoever left in the month is not shown; with the floor only where the whole month
 * was worked, because the floor is not prorated (SEMANTICS 11). Units: minor units. What is missing
 * is estimated with the terms of the month on the pay that is expected; 0 where they need to know
 * more than that. The share is the fund's, the floor that of the pack or fund.
 */
public final class JudgeExpected {

  private static final int WHOLE = 100;

  private JudgeExpected() {}

  /**
   * What is found, in the order of {@link Finding}.
   *
   * @param terms of the employer's population for the month, or null when it owes nothing
   */
  public static List<Found> judge(
      ControlRow facts, ContributionTerms terms, FundChecks.OfDeclarations checks) {
    List<Found> found = new ArrayList<>();
    boolean listed = !facts.lists().isEmpty();
    boolean expected = listed || (facts.before() && facts.stayed() && facts.personActive());
    if (!facts.employerKnown()) {
      add(found, Finding.EMPLOYER_UNKNOWN, facts.listedPayMinor(), 0);
    } else if (!facts.filed()) {
      if (facts.overdue() && expected) {
        add(found, Finding.EMPLOYER_SILENT, expectedPay(facts), owed(terms, expectedPay(facts)));
      }
    } else if (!facts.declared()) {
      undeclared(facts, terms, listed, expected, found);
    } else {
      declared(facts, terms, checks, listed, found);
    }
    return found;
  }

  private static void undeclared(
      ControlRow facts,
      ContributionTerms terms,
      boolean listed,
      boolean expected,
      List<Found> found) {
    if (listed) {
      Finding finding = facts.personKnown() ? Finding.UNDECLARED_LISTED : Finding.PERSON_UNKNOWN;
      add(found, finding, expectedPay(facts), owed(terms, expectedPay(facts)));
    } else if (expected) {
      add(
          found,
          Finding.UNDECLARED_SINCE,
          facts.payBeforeMinor(),
          owed(terms, facts.payBeforeMinor()));
    }
  }

  private static void declared(
      ControlRow facts,
      ContributionTerms terms,
      FundChecks.OfDeclarations checks,
      boolean listed,
      List<Found> found) {
    if (!listed && facts.listsOfEmployer() > 0) {
      add(found, Finding.NOT_LISTED, -1, 0);
    }
    int kept = WHOLE - checks.payDropPercent();
    long before = facts.payBeforeMinor();
    if (facts.before()
        && isLess(facts, before, facts.daysBefore(), facts.monthDaysBefore(), kept)) {
      add(found, Finding.PAY_DROPPED, before, lost(facts, terms, before));
    }
    long list = facts.listedPayMinor();
    if (list >= 0 && isLess(facts, list, 1, 1, kept)) {
      add(found, Finding.PAY_BELOW_LIST, list, lost(facts, terms, list));
    }
    long floor = floor(terms);
    if (facts.days() == facts.monthDays() && facts.payMinor() < floor) {
      add(found, Finding.PAY_BELOW_FLOOR, floor, 0);
    }
  }

  /**
   * Whether the pay, as for a whole month, is less than so many hundredths of another one.
   *
   * @param days for which the other one was paid, of a month of so many
   */
  private static boolean isLess(
      ControlRow facts, long otherMinor, int days, int monthDays, int hundredths) {
    long left = product(facts.payMinor(), (long) facts.monthDays() * days * WHOLE);
    return left < product(otherMinor, (long) monthDays * facts.days() * hundredths);
  }

  private static long product(long minor, long times) {
    return Math.multiplyExact(minor, times);
  }

  /** What a list says, else what was paid the month before; 0 when neither is known. */
  private static long expectedPay(ControlRow facts) {
    return facts.listedPayMinor() >= 0 ? facts.listedPayMinor() : facts.payBeforeMinor();
  }

  /** A whole month's pay against what was declared for the days that were. */
  private static long lost(ControlRow facts, ContributionTerms terms, long against) {
    return facts.days() < facts.monthDays()
        ? 0
        : Math.max(0, owed(terms, against) - owed(terms, facts.payMinor()));
  }

  private static long owed(ContributionTerms terms, long payMinor) {
    if (terms == null || payMinor <= 0) {
      return 0;
    }
    try {
      return AssessContribution.assess(terms, payMinor).totalMinor();
    } catch (MissingFactException _) {
      return 0;
    }
  }

  private static long floor(ContributionTerms terms) {
    if (terms == null) {
      return 0;
    }
    return switch (terms.shape()) {
      case null -> terms.floorMinor();
      case Shape shape ->
          switch (shape.whole()) {
            case Shape.Whole.Percentages percentages -> percentages.floorMinor();
            case Shape.Whole.Flat _, Shape.Whole.Parted _ -> 0;
          };
    };
  }

  private static void add(List<Found> found, Finding finding, long against, long missing) {
    found.add(new Found(finding, against, missing));
  }
}
