package org.caisse.domain.contribution;

import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.PersonMonthVerdict.Revision;
import org.caisse.domain.ledger.CompareThenPost;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Owed;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Shares;

/**
 * Assesses one person's month from all facts and compares with what is posted: nothing where they
 * are equal, else a reversal and a new row (SEMANTICS 2). Used where a line did not stand as it was
 * read, and for people without employer.
 *
 * <p>Pay below zero is what differences leave when the spell that they changed was withdrawn and
 * they were not: nobody was declared for it, and nothing is owed.
 */
public final class JudgePersonMonth {

  private JudgePersonMonth() {}

  /**
   * @param terms of the person's population for the month, or null when it owes nothing
   * @param basis who owes: an employer, the person, or the State
   */
  public static PersonMonthVerdict judge(
      PersonMonthFacts facts, ContributionTerms terms, Population.Basis basis) {
    boolean due = facts.due() && facts.payMinor() >= 0 && terms != null;
    long base = due ? AssessContribution.base(terms, facts.payMinor(), facts.person()) : 0;
    Shares target =
        due ? AssessContribution.assess(terms, facts.payMinor(), facts.person()) : Shares.NOTHING;
    return new PersonMonthVerdict(
        due ? terms.rule() : "", revisions(facts, base, target), entries(facts, target, basis));
  }

  private static List<Revision> revisions(PersonMonthFacts facts, long base, Shares target) {
    List<Revision> revisions = new ArrayList<>(2);
    if (base == facts.postedBaseMinor() && target.equals(facts.posted())) {
      return revisions;
    }
    int rev = Math.max(facts.lastRev(), 0);
    if (facts.postedBaseMinor() != 0 || !facts.posted().equals(Shares.NOTHING)) {
      revisions.add(
          new Revision(
              ++rev,
              facts.lastRev(),
              -facts.postedBaseMinor(),
              Shares.NOTHING.minus(facts.posted())));
    }
    if (base != 0 || !target.equals(Shares.NOTHING)) {
      revisions.add(new Revision(++rev, -1, base, target));
    }
    return revisions;
  }

  private static List<Entry> entries(
      PersonMonthFacts facts, Shares target, Population.Basis basis) {
    return switch (basis) {
      case DECLARED, STATE_FUNDED -> List.of();
      case ENROLLED ->
          CompareThenPost.entries(
              List.of(
                  new Owed(
                      facts.ogd(), Component.CONTRIBUTION, Payer.INSURED, target.insuredMinor())),
              facts.owed(),
              facts.lastEntryRev());
    };
  }
}
