package org.caisse.domain.contribution;

import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides on one declared person: accepted with its contribution, or refused with the first reason
 * in a fixed order. Disjoint spells of one person with one employer are summed before floor and
 * ceiling; overlapping ones are refused (SEMANTICS 11). In a declaration that completes another,
 * the spells of both count together, and a line that was accepted before is told apart.
 *
 * <p>A difference (SEMANTICS 9: signed days and amounts) changes what was declared of a person of
 * whom a spell counts; what is left is neither less than nothing nor more days than the spells
 * have. A person who is left with no pay stays declared, as one whose line says 0.
 */
public final class JudgeLine {

  /**
   * No monthly pay is above this many minor units; what is above is a slip of the pen, not a
   * salary.
   */
  public static final long MAX_GROSS_MINOR = 1_000_000_000_000L;

  private JudgeLine() {}

  /**
   * @param facts of the line
   * @param terms in force for the employer's population and the period
   */
  public static LineVerdict judge(LineFacts facts, ContributionTerms terms) {
    RejectCode refusal = refusal(facts);
    if (refusal != null) {
      return LineVerdict.refused(refusal);
    }
    long pay = Math.addExact(facts.earlierGrossMinor(), facts.grossMinor());
    long base = AssessContribution.base(terms, pay, facts.person());
    Shares target = AssessContribution.assess(terms, pay, facts.person());
    if (facts.earlierSpells() == 0) {
      return new LineVerdict(null, base, target);
    }
    long earlierBase = AssessContribution.base(terms, facts.earlierGrossMinor(), facts.person());
    Shares earlier = AssessContribution.assess(terms, facts.earlierGrossMinor(), facts.person());
    return new LineVerdict(null, base - earlierBase, target.minus(earlier));
  }

  private static RejectCode refusal(LineFacts facts) {
    if (facts.problem() != 0) {
      return RejectCode.ofNumber(facts.problem());
    }
    if (!facts.ownDeclaration()) {
      return RejectCode.LINE_ORPHAN;
    }
    if (!facts.personKnown()) {
      return RejectCode.PERSON_UNKNOWN;
    }
    return facts.difference() ? ofDifference(facts) : ofSpell(facts);
  }

  private static RejectCode ofDifference(LineFacts facts) {
    if (facts.takenBefore()) {
      return RejectCode.LINE_TAKEN_BEFORE;
    }
    if (facts.coveredDays() == 0) {
      return RejectCode.DIFFERENCE_BASELESS;
    }
    if (facts.grossMinor() > MAX_GROSS_MINOR) {
      return RejectCode.GROSS_TOO_LARGE;
    }
    // No overflow: less than nothing is less than all that was ever accepted.
    if (facts.grossMinor() < -facts.earlierGrossMinor()) {
      return RejectCode.DIFFERENCE_BELOW_ZERO;
    }
    int days = facts.earlierDays() + facts.days();
    return days < 0 || days > facts.coveredDays() ? RejectCode.DIFFERENCE_DAYS : null;
  }

  private static RejectCode ofSpell(LineFacts facts) {
    if (!facts.personActive()) {
      return RejectCode.PERSON_INACTIVE;
    }
    if (facts.grossMinor() < 0) {
      return RejectCode.GROSS_NEGATIVE;
    }
    if (facts.grossMinor() > MAX_GROSS_MINOR) {
      return RejectCode.GROSS_TOO_LARGE;
    }
    if (facts.fromDay() == 0 || facts.toDay() < facts.fromDay()) {
      return RejectCode.SPELL_INVALID;
    }
    if (facts.days() > facts.toDay() - facts.fromDay() + 1) {
      return RejectCode.DAYS_INVALID;
    }
    if (facts.takenBefore()) {
      return RejectCode.LINE_TAKEN_BEFORE;
    }
    return facts.overlaps() ? RejectCode.SPELL_OVERLAP : null;
  }
}
