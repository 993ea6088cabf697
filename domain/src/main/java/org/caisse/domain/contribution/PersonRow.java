package org.caisse.domain.contribution;

import java.util.List;
import org.caisse.domain.contribution.PersonMonthVerdict.Revision;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.Shares;

/** One person's month in the archive: what the rule saw, then what it decided. */
public record PersonRow(
    String employerNo,
    String personNo,
    String population,
    String ogd,
    boolean due,
    long payMinor,
    long postedBaseMinor,
    long postedEmployerMinor,
    long postedInsuredMinor,
    long postedStateMinor,
    int lastRev,
    List<PostedEntry> owed,
    int lastEntryRev,
    String rule,
    List<RevisionRow> revisions,
    List<Entry> entries) {

  /** A revision without nested shares. */
  public record RevisionRow(
      int rev,
      int reverses,
      long baseMinor,
      long employerMinor,
      long insuredMinor,
      long stateMinor) {

    static RevisionRow of(Revision revision) {
      return new RevisionRow(
          revision.rev(),
          revision.reverses(),
          revision.baseMinor(),
          revision.shares().employerMinor(),
          revision.shares().insuredMinor(),
          revision.shares().stateMinor());
    }

    Revision revision() {
      return new Revision(
          rev, reverses, baseMinor, new Shares(employerMinor, insuredMinor, stateMinor));
    }
  }

  /** The row of a judged person. */
  public static PersonRow of(PersonMonthFacts facts, PersonMonthVerdict verdict) {
    ArchivedFacts.check(facts.person());
    return new PersonRow(
        facts.employerNo(),
        facts.personNo(),
        facts.population(),
        facts.ogd(),
        facts.due(),
        facts.payMinor(),
        facts.postedBaseMinor(),
        facts.posted().employerMinor(),
        facts.posted().insuredMinor(),
        facts.posted().stateMinor(),
        facts.lastRev(),
        facts.owed(),
        facts.lastEntryRev(),
        verdict.rule(),
        verdict.revisions().stream().map(RevisionRow::of).toList(),
        verdict.entries());
  }

  /** What the rule saw. */
  public PersonMonthFacts facts() {
    return new PersonMonthFacts(
        employerNo,
        personNo,
        population,
        ogd,
        due,
        payMinor,
        postedBaseMinor,
        new Shares(postedEmployerMinor, postedInsuredMinor, postedStateMinor),
        lastRev,
        owed,
        lastEntryRev);
  }

  /** What it decided. */
  public PersonMonthVerdict verdict() {
    return new PersonMonthVerdict(
        rule, revisions.stream().map(RevisionRow::revision).toList(), entries);
  }
}
