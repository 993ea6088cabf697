package org.caisse.jobs.expected;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/**
 * Compares a month's declarations with what others expect (State payroll, pension body, tax office,
 * staff lists), with the month before and with the floor, and lists who and what is missing. It
 * posts nothing: an employer is asked, and declares.
 */
public final class DeclarationControl implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "declaration-control";

  private final KeyedSizes sizes;

  public DeclarationControl() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public DeclarationControl(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    ControlledMonth month = new ControlledMonth(run);
    return run.pipeline()
        .start(ByKey.step(run, sizes, new ControlPersons(month)))
        .next(ByKey.step(run, sizes, new SilentEmployers(month)))
        .next(run.steps().whole("control", new ControlStep(run, "declared")))
        .next(run.steps().whole("documents", new ControlDocuments(month)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "control-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate period = given.month("period");
    LocalDate date = given.date("date");
    if (environment.law().settings().checks().declarations() == null) {
      throw new UsageException(
          "the fund has to say what of a month's declarations is worth a look: add a section 'declaration_control' to %s; the demonstration's settings have one"
              .formatted(environment.workspace().settings()));
    }
    if (date.isBefore(period)) {
      throw new UsageException(
          "period=%s has not begun on %s".formatted(period.toString().substring(0, 7), date));
    }
    return new RunRequest(
        period.toString().substring(0, 7),
        date,
        false,
        List.of(),
        List.of(),
        List.of(
            RegistryLoad.NAME, DeclarationIntake.NAME, ExpectedIntake.NAME, PersonDecision.NAME),
        date);
  }

  /** A day that passes may make employers silent that were in time before. */
  @Override
  public boolean dayBringsNew(Run last, RunRequest request, RunEnvironment environment) {
    return request.businessDate().isAfter(last.businessDate());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "compares a month's declarations with lists, with the month before and with the floor";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("period", true, "month, like 2026-02"),
        new RunParameter("date", true, "business date, like 2026-03-12"));
  }
}
