package org.caisse.jobs.regularisation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.document.NumberDocuments;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells what the assessments of past months changed that were made under a law that changed since:
 * per employer a rectification notice over all months, and the sums. The assessments have compared
 * and posted already; this posts nothing.
 */
public final class Regularisation implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "regularisation";

  private static final String BETWEEN = "_";

  private final KeyedSizes sizes;

  public Regularisation() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public Regularisation(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(run.steps().whole("cover", step -> cover(run)))
        .next(ByKey.step(run, sizes, new Rectifications(run)))
        .next(run.steps().whole("control", new ControlStep(run, NAME)))
        .next(
            run.steps()
                .whole(
                    "numbers",
                    new NumberDocuments(
                        run, Sql.of(Regularisation.class, "number-documents"), Map.of())))
        .next(run.steps().whole("documents", new RegularisationDocuments(run)))
        .next(
            run.steps()
                .whole(
                    "complete", new CompleteRun(run, Sql.of(getClass(), "regularisation-counts"))))
        .build();
  }

  private static void cover(RunContext run) {
    String[] months = run.run().key().scope().split(BETWEEN, -1);
    run.sql()
        .sql(Sql.of(Regularisation.class, "cover"))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("from", months[0])
        .param("to", months[1])
        .update();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate from = given.month("from");
    LocalDate to = given.month("to");
    if (to.isBefore(from)) {
      throw new UsageException(
          "job %s: to=%s is before from=%s".formatted(NAME, month(to), month(from)));
    }
    LocalDate date = given.date("date");
    return new RunRequest(
        scope(YearMonth.from(from), YearMonth.from(to)),
        date,
        false,
        List.of(),
        List.of(),
        List.of(ContributionAssessment.NAME),
        date);
  }

  /** The scope of the runs of some months. */
  public static String scope(YearMonth from, YearMonth to) {
    return from + BETWEEN + to;
  }

  /** How many completed assessments of some months are to be told by a regularisation. */
  public static long untold(
      RunEnvironment environment, YearMonth from, YearMonth to, LocalDate date) {
    return JdbcClient.create(environment.dataSource())
        .sql(Sql.of(Regularisation.class, "untold"))
        .param("from", from.toString())
        .param("to", to.toString())
        .param("date", date)
        .query(Long.class)
        .single();
  }

  private static String month(LocalDate first) {
    return first.toString().substring(0, 7);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "tells what a law that changed for past months changed: rectification notices, sums;"
        + " `caisse regularise` assesses the months before";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("from", true, "first month, like 2025-01"),
        new RunParameter("to", true, "last month, like 2025-12"),
        new RunParameter("date", true, "business date, like 2026-03-12"));
  }
}
