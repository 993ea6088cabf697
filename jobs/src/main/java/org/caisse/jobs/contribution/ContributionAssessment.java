package org.caisse.jobs.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Population;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.batch.core.job.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Assesses the contributions of a month from everything known by now, compares with what is posted,
 * posts the difference, and writes what employers, delegated bodies and the State are sent.
 */
public final class ContributionAssessment implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "contribution-assessment";

  private final KeyedSizes sizes;

  public ContributionAssessment() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public ContributionAssessment(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    Month month = new Month(run);
    return run.pipeline()
        .start(ByKey.step(run, sizes, new PlanEmployers(month)))
        .next(ByKey.step(run, sizes, PersonRows.anew(month)))
        .next(ByKey.step(run, sizes, PersonRows.enrolled(month)))
        .next(ByKey.step(run, sizes, new EmployerMonths(month)))
        .next(ByKey.step(run, sizes, new StateMonth(month)))
        .next(run.steps().whole("control", new ControlStep(run, "assessment")))
        .next(run.steps().whole("numbers", month.numberDocuments()))
        .next(run.steps().whole("documents", new AssessmentDocuments(month)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "assessment-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate period = given.month("period");
    LocalDate date = given.date("date");
    if (period.isBefore(environment.law().pack().start())) {
      throw new UsageException(
          "no contributions are owed for %s: the scheme starts with %s"
              .formatted(
                  period.toString().substring(0, 7),
                  environment.law().pack().start().toString().substring(0, 7)));
    }
    return new RunRequest(
        period.toString().substring(0, 7),
        date,
        false,
        List.of(),
        List.of(),
        List.of(RegistryLoad.NAME, DeclarationIntake.NAME, PersonDecision.NAME),
        date);
  }

  /** A due day that passed makes employers be assessed by default, where the law says so. */
  @Override
  public boolean dayBringsNew(Run last, RunRequest request, RunEnvironment environment) {
    LocalDate period = YearMonth.parse(request.scope()).atDay(1);
    Law law = environment.law();
    Map<String, Integer> grace = new LinkedHashMap<>();
    for (Population population : law.pack().populations().values()) {
      if (population.basis() == Population.Basis.DECLARED
          && law.contribution(population.id(), period).isPresent()) {
        DueTerms terms = law.declarations(population.id(), period);
        if (terms.defaultIncrease() != null) {
          grace.put(population.id(), terms.defaultGraceDays());
        }
      }
    }
    return !grace.isEmpty()
        && JdbcClient.create(environment.dataSource())
            .sql(Sql.of(getClass(), "newly-overdue"))
            .param("period", period)
            .param("populations", grace.keySet().toArray(String[]::new))
            .param("grace", grace.values().toArray(Integer[]::new))
            .param("last", last.businessDate())
            .param("date", request.businessDate())
            .query(Boolean.class)
            .single();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "assesses a month: contributions, surcharges, postings, notices, statements, OGD and"
        + " State files";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("period", true, "month, like 2026-02"),
        new RunParameter("date", true, "business date, like 2026-03-11"));
  }
}
