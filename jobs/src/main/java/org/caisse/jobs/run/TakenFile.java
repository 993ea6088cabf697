package org.caisse.jobs.run;

import java.time.LocalDate;

/**
 * A file that a run took in, and what became of it.
 *
 * @param id surrogate key
 * @param runId the run that took it in
 * @param run identity of that run
 * @param runStatus where that run stands
 * @param ordinal place among the files of that run, from 1
 * @param kind what it holds
 * @param name the sender's, without folders
 * @param bytes its size
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param receivedOn business date on which it came
 * @param taken how often this content was taken in, this time included
 * @param withdrawal null when nobody withdrew it
 */
public record TakenFile(
    int id,
    int runId,
    RunKey run,
    Run.Status runStatus,
    int ordinal,
    String kind,
    String name,
    long bytes,
    String sha256,
    LocalDate receivedOn,
    int taken,
    Withdrawal withdrawal) {

  /**
   * That a file counts no more.
   *
   * @param runId the run that withdraws it
   * @param runStatus where that run stands; what it withdraws counts until it is completed
   * @param reason why
   * @param author who asked for it
   * @param on business date
   */
  public record Withdrawal(
      int runId, Run.Status runStatus, String reason, String author, LocalDate on) {}

  /** How people write which file it is: its run's label and its place among the run's files. */
  public String label() {
    return run.label() + "/" + ordinal;
  }

  /** Whether it counts no more, for every run that begins now. */
  public boolean isWithdrawn() {
    return withdrawal != null && withdrawal.runStatus() == Run.Status.COMPLETED;
  }

  /** Whether the run that took it in was given up: then it never counted. */
  public boolean isAbandoned() {
    return runStatus == Run.Status.ABANDONED;
  }
}
