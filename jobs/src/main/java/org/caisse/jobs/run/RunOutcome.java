package org.caisse.jobs.run;

import java.util.List;

/**
 * How asking for a run ended.
 *
 * @param run which one; null when there was nothing to do and no earlier run
 * @param result what became of it
 * @param rejects what it refused
 * @param message for people: why it failed or was not started; empty otherwise
 * @param leftOut files that were offered and had been taken in before
 */
public record RunOutcome(
    Run run, Result result, long rejects, String message, List<LeftOut> leftOut) {

  public RunOutcome {
    leftOut = List.copyOf(leftOut);
  }

  RunOutcome(Run run, Result result, long rejects, String message) {
    this(run, result, rejects, message, List.of());
  }

  RunOutcome leavingOut(List<LeftOut> files) {
    return new RunOutcome(run, result, rejects, message, files);
  }

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
