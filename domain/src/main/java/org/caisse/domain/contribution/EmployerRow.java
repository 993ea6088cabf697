package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.archive.SinceSchema;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.Shares;

/**
 * One employer's month in the archive: what the rule saw, then what it decided. Days since 1970
 * stand for dates where 0 is none: rows of before have neither.
 */
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
    @SinceSchema(3) boolean headcountKnown,
    @SinceSchema(3) int headcount,
    @SinceSchema(2) long dateDay,
    @SinceSchema(2) long lastDeclaredDay,
    @SinceSchema(2) long lastEmployerMinor,
    @SinceSchema(2) long lastInsuredMinor,
    @SinceSchema(2) long lastStateMinor,
    @SinceSchema(3) boolean defaulted,
    EmployerMonthVerdict.State state,
    LocalDate due,
    int monthsLate,
    long surchargeMinor,
    @SinceSchema(3) long penaltyMinor,
    @SinceSchema(2) long defaultEmployerMinor,
    @SinceSchema(2) long defaultInsuredMinor,
    List<Entry> entries) {

  /** The row of a judged employer. */
  public static EmployerRow of(EmployerMonthFacts facts, EmployerMonthVerdict verdict) {
    EmployerFacts employer = facts.employer();
    LastDeclared last = facts.last();
    Shares of = last == null ? Shares.NOTHING : last.contributions();
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
        facts.headcount() != DueTerms.UNKNOWN,
        Math.max(facts.headcount(), 0),
        facts.date().toEpochDay(),
        last == null ? 0 : last.period().toEpochDay(),
        of.employerMinor(),
        of.insuredMinor(),
        of.stateMinor(),
        facts.defaulted(),
        verdict.state(),
        verdict.due(),
        verdict.monthsLate(),
        verdict.surchargeMinor(),
        verdict.penaltyMinor(),
        verdict.byDefault().employerMinor(),
        verdict.byDefault().insuredMinor(),
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
        lastRev,
        headcountKnown ? headcount : DueTerms.UNKNOWN,
        LocalDate.ofEpochDay(dateDay),
        lastDeclaredDay == 0
            ? null
            : new LastDeclared(
                LocalDate.ofEpochDay(lastDeclaredDay),
                new Shares(lastEmployerMinor, lastInsuredMinor, lastStateMinor)),
        defaulted);
  }

  /** What it decided. */
  public EmployerMonthVerdict verdict() {
    return new EmployerMonthVerdict(
        state,
        due,
        monthsLate,
        surchargeMinor,
        penaltyMinor,
        new Shares(defaultEmployerMinor, defaultInsuredMinor, 0),
        entries);
  }
}
