package org.caisse.domain.contribution;

import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides on one declared person: accepted with its contribution, or refused with the first reason
 * in a fixed order. Disjoint spells of one person with one employer are summed before floor and
 * ceiling; overlapping ones are refused (SEMANTICS 11). In a declaration that completes another,
 * the spells of both count together, and a line that was accepted before is told apart.
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
