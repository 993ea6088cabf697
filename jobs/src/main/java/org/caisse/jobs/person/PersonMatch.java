package org.caisse.jobs.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.batch.core.job.Job;

/**
 * Looks for persons whom the registry knows under two numbers, across employers, delegated bodies
 * and populations, and lists them for a person to decide. What was decided is not shown again.
 */
public final class PersonMatch implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "person-match";

  private final KeyedSizes sizes;

  public PersonMatch() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public PersonMatch(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(run.steps().whole("pairs", new FindPairs(run)))
        .next(ByKey.step(run, sizes, new ComparePairs(run)))
        .next(run.steps().whole("control", new ControlStep(run, "persons")))
        .next(run.steps().whole("documents", new MatchDocuments(run)))
        .next(
            run.steps().whole("complete", new CompleteRun(run, Sql.of(getClass(), "match-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    if (environment.law().settings().checks().persons() == null) {
      throw new UsageException(
          "the fund has to say how it weighs what speaks for one person under two numbers: add a section 'person_match' to %s; the demonstration's settings have one"
              .formatted(environment.workspace().settings()));
    }
    return new RunRequest(
        date.toString(),
        date,
        false,
        List.of(),
        List.of(RegistryLoad.NAME, DeclarationIntake.NAME, PersonDecision.NAME));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean appliesLaw() {
    return false;
  }

  @Override
  public String purpose() {
    return "looks for persons who are known under two numbers";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(new RunParameter("date", true, "business date, like 2026-03-12"));
  }
}
