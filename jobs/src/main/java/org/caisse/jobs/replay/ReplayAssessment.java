package org.caisse.jobs.replay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caisse.domain.contribution.EmployerRow;
import org.caisse.domain.contribution.JudgeEmployerMonth;
import org.caisse.domain.contribution.MergedTerms;
import org.caisse.domain.contribution.PersonMonthVerdict;
import org.caisse.domain.contribution.PersonRow;
import org.caisse.domain.contribution.Standing;
import org.caisse.domain.contribution.StandingRow;
import org.caisse.domain.contribution.StateRow;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Shares;

/**
 * Judges again an assessment by its own archive. Plan, persons to assess anew and employers are all
 * in the order of the employers, so they are read side by side, and each employer's month is
 * compared with the declaration that counts for it and with its persons.
 */
final class ReplayAssessment {

  private final ArchivedRun run;
  private final Law law;
  private final LocalDate period;
  private final Map<String, Counted> counted;
  private final boolean inputsWhole;
  private final ReplayedPart result = new ReplayedPart();
  private final Differences differences = result.differences;
  private final Done done;
  private final ReplayPersons persons;

  /** What the plan must know of the declarations of an employer. */
  private record Filed(
      boolean filed, int completing, LocalDate firstFiled, boolean nil, String readUnder) {}

  /** What an employer's month must add up to. */
  private record Sums(long baseMinor, Shares shares) {}

  /**
   * @param filed the inputs' declarations of the month that were filed, by number of the employer
   * @param inputsWhole whether all of the inputs' archives could be read
   */
  ReplayAssessment(
      ArchivedRun run,
      Law law,
      Map<String, List<Counted.Filed>> filed,
      boolean inputsWhole,
      Done done) {
    this.run = run;
    this.law = law;
    this.period = period(run);
    this.counted = new HashMap<>();
    filed.forEach(
        (employer, all) -> {
          Counted counts = Counted.of(all);
          if (counts != null) {
            counted.put(employer, counts);
          }
        });
    this.inputsWhole = inputsWhole;
    this.done = done;
    this.persons = new ReplayPersons(run, law, period, result);
  }

  static LocalDate period(ArchivedRun run) {
    return YearMonth.parse(run.key().scope()).atDay(1);
  }

  /** Does it; people without employer are {@link ReplayPersons}' own work. */
  ReplayedPart replay() {
    employersWithTheirPersons();
    try (ArchivedRows<StateRow> state = rows("state", StateRow.class)) {
      for (StateRow row = state.take(); row != null; row = state.take()) {
        List<Entry> now = row.judgeAgain();
        if (!now.equals(row.entries())) {
          differences.add(run.key().label() + " State", "entries", row.entries(), now);
        }
      }
    }
    return result;
  }

  private void employersWithTheirPersons() {
    try (ArchivedRows<StandingRow> plan = rows("plan", StandingRow.class);
        ArchivedRows<EmployerRow> months = rows("employers", EmployerRow.class);
        ArchivedRows<PersonRow> anew = rows("anew", PersonRow.class)) {
      while (plan.peek() != null && months.peek() != null) {
        StandingRow standing = plan.take();
        EmployerRow month = months.take();
        if (!standing.employerNo().equals(month.employerNo())) {
          differences.add(
              run.key().label(),
              "order of the employers in plan and months",
              standing.employerNo(),
              month.employerNo());
          return;
        }
        employer(standing, month, anew);
      }
      if (plan.whole() && months.whole() && anew.whole()) {
        nothingLeft("plan", plan.peek());
        nothingLeft("employers", months.peek());
        nothingLeft("anew", anew.peek());
        if (inputsWhole) {
          counted
              .keySet()
              .forEach(
                  employer ->
                      differences.add(where(employer), "employer in the plan", "none", "declared"));
        }
      }
    }
  }

  private void employer(StandingRow plan, EmployerRow month, ArchivedRows<PersonRow> anew) {
    result.employers++;
    String where = where(month.employerNo());
    Standing standing = Standing.of(plan.facts());
    if (standing != plan.standing()) {
      differences.add(where, "standing", plan.standing(), standing);
    }
    String key = persons.terms(month.population()).map(ContributionTerms::key).orElse("");
    if (!key.equals(MergedTerms.plain(plan.terms()))) {
      differences.add(where, "terms", plan.terms(), key);
    }
    differences.compare(where, month.verdict(), JudgeEmployerMonth.judge(month.facts(), law));
    long pay = 0;
    Sums ofPersons = new Sums(0, Shares.NOTHING);
    while (anew.peek() != null && anew.peek().employerNo().equals(month.employerNo())) {
      PersonRow row = anew.take();
      PersonMonthVerdict now = persons.assess(row);
      pay += row.due() ? row.payMinor() : 0;
      ofPersons = plus(ofPersons, row, now);
    }
    Counted counts = counted.remove(month.employerNo());
    if (inputsWhole && anew.whole()) {
      filed(where, plan, month, counts);
      sums(where, plan, month, counts, ofPersons, pay);
    }
  }

  private void filed(String where, StandingRow plan, EmployerRow month, Counted counts) {
    Filed archived =
        new Filed(
            plan.filed(), plan.completing(), month.firstFiled(), month.nil(), plan.readUnder());
    Filed now =
        counts == null
            ? new Filed(false, 0, null, false, "")
            : new Filed(
                true, counts.completing(), counts.firstFiled(), counts.nil(), counts.termsKey());
    differences.compare(where, archived, now);
  }

  private void sums(
      String where, StandingRow plan, EmployerRow month, Counted counts, Sums ofPersons, long pay) {
    Sums archived =
        new Sums(
            month.baseMinor(),
            new Shares(month.employerMinor(), month.insuredMinor(), month.stateMinor()));
    switch (plan.standing()) {
      case ABSENT -> differences.compare(where, archived, new Sums(0, Shares.NOTHING));
      case AS_READ, COMPLETED -> {
        if (counts != null) {
          differences.compare(where, archived, new Sums(counts.baseMinor(), counts.shares()));
          if (counts.persons() != month.persons()) {
            differences.add(where, "persons", month.persons(), counts.persons());
          }
        }
      }
      case UNCHANGED -> {
        // Where lines do not add what they said when they were read, the sums are those of an
        // earlier run's archive.
        if (counts != null && !plan.gap() && plan.readUnder().equals(plan.terms())) {
          differences.compare(where, archived, new Sums(counts.baseMinor(), counts.shares()));
        }
      }
      case ANEW -> {
        differences.compare(where, archived, ofPersons);
        long declared = counts == null ? 0 : counts.payMinor();
        if (pay != declared) {
          differences.add(where, "pay of all persons", pay, declared);
        }
      }
    }
  }

  /** Adds what is posted for a person once its revisions are. */
  private static Sums plus(Sums sums, PersonRow row, PersonMonthVerdict verdict) {
    long base = sums.baseMinor() + row.postedBaseMinor();
    Shares shares = sums.shares().plus(row.facts().posted());
    for (PersonMonthVerdict.Revision revision : verdict.revisions()) {
      base += revision.baseMinor();
      shares = shares.plus(revision.shares());
    }
    return new Sums(base, shares);
  }

  private void nothingLeft(String kind, Record row) {
    if (row != null) {
      differences.add(run.key().label(), "rows left in " + kind, Objects.toString(row), "none");
    }
  }

  private String where(String employerNo) {
    return "%s employer %s".formatted(run.key().label(), employerNo);
  }

  private <T extends Record> ArchivedRows<T> rows(String kind, Class<T> type) {
    return new ArchivedRows<>(run, run.files(kind), type, differences, done);
  }
}
