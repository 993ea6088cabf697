package org.caisse.jobs.replay;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.caisse.domain.contribution.JudgePersonMonth;
import org.caisse.domain.contribution.PersonMonthVerdict;
import org.caisse.domain.contribution.PersonRow;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Population;
import org.caisse.jobs.verify.Manifest;

/** Assesses persons of an assessment's archive again, one by one. For one thread. */
final class ReplayPersons {

  private final ArchivedRun run;
  private final Law law;
  private final LocalDate period;
  private final ReplayedPart result;
  private final Map<String, Optional<ContributionTerms>> terms = new HashMap<>();

  /**
   * @param result to which differences and the number of persons are added
   */
  ReplayPersons(ArchivedRun run, Law law, LocalDate period, ReplayedPart result) {
    this.run = run;
    this.law = law;
    this.period = period;
    this.result = result;
  }

  /** Work on one file of persons without employer, who depend on nothing else. */
  static Callable<ReplayedPart> enrolled(
      ArchivedRun run, Law law, LocalDate period, Manifest.OutputFile file, Done done) {
    return () -> {
      ReplayedPart part = new ReplayedPart();
      ReplayPersons persons = new ReplayPersons(run, law, period, part);
      try (ArchivedRows<PersonRow> rows =
          new ArchivedRows<>(run, List.of(file), PersonRow.class, part.differences, done)) {
        for (PersonRow row = rows.take(); row != null; row = rows.take()) {
          persons.assess(row);
        }
      }
      return part;
    };
  }

  /** What is decided on a person now. */
  PersonMonthVerdict assess(PersonRow row) {
    result.persons++;
    Population population = law.pack().populations().get(row.population());
    if (population == null) {
      result.differences.add(where(row), "population", row.population(), "none in the pack");
      return row.verdict();
    }
    PersonMonthVerdict now =
        JudgePersonMonth.judge(
            row.facts(), terms(row.population()).orElse(null), population.basis());
    PersonMonthVerdict archived = row.verdict();
    if (!now.equals(archived)) {
      result.differences.compare(where(row), archived, now);
    }
    return now;
  }

  /** The terms of a population for the month. */
  Optional<ContributionTerms> terms(String population) {
    return terms.computeIfAbsent(population, p -> law.contribution(p, period));
  }

  private String where(PersonRow row) {
    return "%s person %s, employer '%s'"
        .formatted(run.key().label(), row.personNo(), row.employerNo());
  }
}
