package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.calendar.LateMonths;
import org.caisse.domain.ledger.CompareThenPost;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Owed;
import org.caisse.domain.pack.DeclarationRule.HeadcountDay;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Shares;

/**
 * Decides on an employer's month: whether it declared, how late, with which surcharge, what is
 * assessed by default when it did not, and what is to be posted. The employer owes all shares (BF:
 * news-pravda 2025-08-05, "debtor of the whole contribution").
 */
public final class JudgeEmployerMonth {

  private JudgeEmployerMonth() {}

  public static EmployerMonthVerdict judge(EmployerMonthFacts facts, Law law) {
    DueTerms terms = law.declarations(facts.employer().population(), facts.periodStart());
    LocalDate due = terms.due(headcount(facts, terms.headcountOn()));
    int monthsLate = facts.firstFiled() == null ? 0 : LateMonths.between(due, facts.firstFiled());
    long late =
        facts.firstFiled() == null
            ? 0
            : LateDeclarationSurcharge.of(
                facts.contributions().totalMinor(), terms.latePerMonth(), due, facts.firstFiled());
    Shares byDefault =
        facts.firstFiled() == null
            ? AssessByDefault.of(
                facts.last(),
                terms.defaultIncrease(),
                due.plusDays(terms.defaultGraceDays()),
                facts.date())
            : Shares.NOTHING;
    Shares shares = facts.contributions().plus(byDefault);
    long penalty = penalty(facts, byDefault, terms);
    long surcharge = Math.addExact(late, penalty);
    String ogd = facts.employer().ogd();
    List<Owed> owed =
        List.of(
            new Owed(ogd, Component.CONTRIBUTION, Payer.EMPLOYER, shares.employerMinor()),
            new Owed(ogd, Component.CONTRIBUTION, Payer.INSURED, shares.insuredMinor()),
            new Owed(ogd, Component.LATE_DECLARATION, Payer.EMPLOYER, surcharge));
    List<Entry> entries = CompareThenPost.entries(owed, facts.posted(), facts.lastRev());
    return new EmployerMonthVerdict(
        state(facts, byDefault), due, monthsLate, surcharge, penalty, byDefault, entries);
  }

  /** A fixed amount beside a default assessment; where the law says so it stays afterwards. */
  private static long penalty(EmployerMonthFacts facts, Shares byDefault, DueTerms terms) {
    boolean stays = terms.penaltyStays() && facts.defaulted() && facts.firstFiled() != null;
    return byDefault.totalMinor() != 0 || stays ? terms.defaultPenaltyMinor() : 0;
  }

  /** The number of persons on which the due day depends, when it is known. */
  private static int headcount(EmployerMonthFacts facts, HeadcountDay day) {
    return switch (day) {
      case null -> DueTerms.UNKNOWN;
      case MONTH -> facts.firstFiled() == null ? DueTerms.UNKNOWN : facts.persons();
      case QUARTER_START, YEAR_START -> facts.headcount();
    };
  }

  private static EmployerMonthVerdict.State state(EmployerMonthFacts facts, Shares byDefault) {
    if (facts.firstFiled() == null) {
      return byDefault.totalMinor() == 0
          ? EmployerMonthVerdict.State.MISSING
          : EmployerMonthVerdict.State.DEFAULT;
    }
    return facts.nil() ? EmployerMonthVerdict.State.NIL : EmployerMonthVerdict.State.DECLARED;
  }
}
