package org.caisse.domain.contribution;

import org.caisse.domain.archive.SinceSchema;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.RejectCode;

/**
 * One declared person in the archive: what the rule saw, then what it decided. Enough, with the row
 * of its declaration, to judge it again without a database.
 *
 * @param declaration ordinal of the declaration in the run, from 1
 * @param lineNo line of the file
 * @param personNo as the sender wrote it
 */
public record LineRow(
    int declaration,
    int lineNo,
    String personNo,
    int problem,
    boolean ownDeclaration,
    boolean personKnown,
    boolean personActive,
    int periodDays,
    int fromDay,
    int toDay,
    int days,
    long grossMinor,
    boolean overlaps,
    int earlierSpells,
    long earlierGrossMinor,
    @SinceSchema(2) boolean takenBefore,
    @SinceSchema(3) boolean difference,
    @SinceSchema(3) int earlierDays,
    @SinceSchema(3) int coveredDays,
    int code,
    long baseMinor,
    long employerMinor,
    long insuredMinor,
    long stateMinor) {

  /** The row of a judged line. */
  public static LineRow of(int declaration, DeclarationFold.JudgedLine judged) {
    LineFacts facts = judged.facts();
    LineVerdict verdict = judged.verdict();
    ArchivedFacts.check(facts.person());
    return new LineRow(
        declaration,
        judged.line().lineNo(),
        judged.line().personNo(),
        facts.problem(),
        facts.ownDeclaration(),
        facts.personKnown(),
        facts.personActive(),
        facts.periodDays(),
        facts.fromDay(),
        facts.toDay(),
        facts.days(),
        facts.grossMinor(),
        facts.overlaps(),
        facts.earlierSpells(),
        facts.earlierGrossMinor(),
        facts.takenBefore(),
        facts.difference(),
        facts.earlierDays(),
        facts.coveredDays(),
        verdict.code() == null ? 0 : verdict.code().number(),
        verdict.baseMinor(),
        verdict.shares().employerMinor(),
        verdict.shares().insuredMinor(),
        verdict.shares().stateMinor());
  }

  /** What the rule saw. */
  public LineFacts facts() {
    return new LineFacts(
        problem,
        ownDeclaration,
        personKnown,
        personActive,
        periodDays,
        fromDay,
        toDay,
        days,
        grossMinor,
        overlaps,
        earlierSpells,
        earlierGrossMinor,
        takenBefore,
        difference,
        earlierDays,
        coveredDays,
        Circumstances.NONE);
  }

  /** What it decided. */
  public LineVerdict verdict() {
    return new LineVerdict(
        code == 0 ? null : RejectCode.ofNumber(code),
        baseMinor,
        new Shares(employerMinor, insuredMinor, stateMinor));
  }
}
