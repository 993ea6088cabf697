package org.caisse.jobs.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Values;
import org.springframework.batch.core.job.Job;

/**
 * Keeps what a person decides of two numbers: that they are one person, that they are one no more,
 * or that they are two. A run of its own, so that it has a manifest in the chain and other runs
 * freeze whether they knew it. No row of before changes: what is owed follows when the months
 * concerned are assessed next.
 */
public final class PersonDecision implements CaisseJob {

  /** Name on the command line and in the database. */
  public static final String NAME = "person-decision";

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(run.steps().whole("control", new ControlStep(run, "person-decision")))
        .next(run.steps().whole("documents", new MergeDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "decision-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    return new ReadPersonDecision(environment, given, date).request();
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
    return "keeps what a person decides of two numbers: merge, unmerge, distinct";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter("kind", true, "merge, unmerge or distinct"),
        new RunParameter("keep", true, "number of the person; of a merge, the one that stays"),
        new RunParameter("drop", true, "the other number"),
        new RunParameter("by", true, "the person who decides"),
        new RunParameter("reason", true, "why, in one line"));
  }
}
