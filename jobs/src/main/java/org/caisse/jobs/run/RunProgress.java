package org.caisse.jobs.run;

/** Hears how a run advances, as it happens; called from the run's threads. */
public interface RunProgress {

  /** Nobody listens. */
  RunProgress NONE = new RunProgress() {};

  /**
   * A step begins.
   *
   * @param total units of work, or -1 when unknown
   * @param unit what is counted, for people: {@code lines}, {@code employers}
   */
  default void stepStarted(String step, long total, String unit) {}

  /** Units of work done so far in the current step, whether or not committed yet. */
  default void advancedTo(long done) {}

  /** A step ended, well or not. */
  default void stepEnded(String step, boolean completed) {}
}
