package org.caisse.jobs.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.job.Job;

/** A job: what may be asked of it, and the steps that it is made of. */
public interface CaisseJob {

  /** Name on the command line and in the database. */
  String name();

  /** What it does, in a sentence, for the list of jobs. */
  String purpose();

  /** Whether its rules apply values of the law, some of which the fund must have set. */
  default boolean appliesLaw() {
    return true;
  }

  /** What may be given on the command line. */
  List<RunParameter> parameters();

  /**
   * What a run with these parameters would be.
   *
   * @throws UsageException when a parameter is missing or cannot be understood
   */
  RunRequest request(Map<String, List<String>> values, RunEnvironment environment);

  /**
   * Whether a run finds something to do although it would read what the last completed one read,
   * because a day has passed since.
   */
  default boolean dayBringsNew(Run last, RunRequest request, RunEnvironment environment) {
    return false;
  }

  /**
   * Jobs that it reads and whose runs alone are no reason to run again: what they do follows from
   * its own last run.
   */
  default Set<String> followers() {
    return Set.of();
  }

  /** The pipeline of one run. */
  Job build(RunContext run);
}
