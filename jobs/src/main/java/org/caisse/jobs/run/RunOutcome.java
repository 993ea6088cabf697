package org.caisse.jobs.run;

/**
 * How asking for a run ended.
 *
 * @param run which one; null when there was nothing to do and no earlier run
 * @param result what became of it
 * @param rejects what it refused
 * @param message for people: why it failed or was not started; empty otherwise
 */
public record RunOutcome(Run run, Result result, long rejects, String message) {

  /** What became of the run. */
  public enum Result {
    COMPLETED,
    /** Nothing is new since the last completed run. */
    ALREADY_DONE,
    STOPPED,
    FAILED,
    /** Another process is executing it. */
    BUSY
  }

  /** The exit code of the program: 0 done, 1 done with rejects, 3 failed, stopped or busy. */
  public int exitCode() {
    return switch (result) {
      case COMPLETED, ALREADY_DONE -> rejects > 0 ? 1 : 0;
      case STOPPED, FAILED, BUSY -> 3;
    };
  }
}
