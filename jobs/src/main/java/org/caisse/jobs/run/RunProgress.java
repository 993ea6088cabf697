package org.caisse.jobs.run;

/** Hears how a run advances, as it happens; called from the run's thread. */
public interface RunProgress {

  /** Nobody listens. */
  RunProgress NONE = new RunProgress() {};

  /** A run begins, or goes on. */
  default void runStarted(Run run) {}

  /** A step begins. */
  default void stepStarted(String step) {}

  /**
   * How much the current step has to do, as soon as it is known.
   *
   * @param total units of work, -1 when unknown
   * @param unit what is counted, for people: {@code lines}, {@code employers}
   */
  default void expect(long total, String unit) {}

  /** Units of work done so far in the current step, whether or not committed yet. */
  default void advancedTo(long done) {}

  /**
   * What whoever waits for the run should know of the current step; may come from other threads.
   *
   * @param sentence for people
   */
  default void remark(String sentence) {}

  /** A step ended, well or not. */
  default void stepEnded(String step, boolean completed) {}
}
