package org.caisse.jobs.run;

import java.time.LocalDate;
import java.util.List;

/** What a job needs that applies the law of care. */
public final class CareSettings {

  private CareSettings() {}

  /**
   * Refuses to start a job where the pack says nothing of care, or leaves numbers of care to the
   * fund that nobody set.
   *
   * @param day on which the numbers are needed
   */
  public static void require(String jobName, RunEnvironment environment, LocalDate day) {
    if (environment.law().pack().care() == null) {
      throw new UsageException(
          "pack %s says nothing of care: its folder has no care.yaml, so job %s cannot run"
              .formatted(environment.law().pack().id(), jobName));
    }
    List<String> unset = environment.law().unsetOfCare(day);
    if (!unset.isEmpty()) {
      throw new UsageException(
          "job %s needs values of care that the law leaves to the fund and that nobody set: %s; add them under 'parameters' of %s"
              .formatted(jobName, String.join(", ", unset), environment.workspace().settings()));
    }
  }
}
