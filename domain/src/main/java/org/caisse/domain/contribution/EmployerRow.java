package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.Shares;

/** One employer's month in the archive: what the rule saw, then what it decided. */
public record EmployerRow(
    String employerNo,
    String population,
    String ogd,
    LocalDate validFrom,
    LocalDate validTo,
    LocalDate periodStart,
    LocalDate firstFiled,
    boolean nil,
    int persons,
    long baseMinor,
    long employerMinor,
    long insuredMinor,
    long stateMinor,
    List<PostedEntry> posted,
    int lastRev,
    EmployerMonthVerdict.State state,
    LocalDate due,
    int monthsLate,
    long surchargeMinor,
    List<Entry> entries) {

  /** The row of a judged employer. */
  public static EmployerRow of(EmployerMonthFacts facts, EmployerMonthVerdict verdict) {
    EmployerFacts employer = facts.employer();
    ArchivedFacts.check(facts.headcount());
    return new EmployerRow(
        employer.employerNo(),
        employer.population(),
        employer.ogd(),
        employer.validFrom(),
        employer.validTo(),
        facts.periodStart(),
        facts.firstFiled(),
        facts.nil(),
        facts.persons(),
        facts.baseMinor(),
        facts.contributions().employerMinor(),
        facts.contributions().insuredMinor(),
        facts.contributions().stateMinor(),
        facts.posted(),
        facts.lastRev(),
        verdict.state(),
        verdict.due(),
        verdict.monthsLate(),
        verdict.surchargeMinor(),
        verdict.entries());
  }

  /** What the rule saw. */
  public EmployerMonthFacts facts() {
    return new EmployerMonthFacts(
        new EmployerFacts(0, employerNo, population, ogd, validFrom, validTo),
        periodStart,
        firstFiled,
        nil,
        persons,
        baseMinor,
        new Shares(employerMinor, insuredMinor, stateMinor),
        posted,
        lastRev);
  }

  /** What it decided. */
  public EmployerMonthVerdict verdict() {
    return new EmployerMonthVerdict(state, due, monthsLate, surchargeMinor, entries);
  }
}
