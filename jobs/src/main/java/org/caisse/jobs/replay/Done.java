package org.caisse.jobs.replay;

import org.caisse.jobs.run.RunProgress;

/** Counts rows read by all threads, and tells the progress now and then. */
final class Done {

  private final RunProgress progress;
  private long rows;

  Done(RunProgress progress) {
    this.progress = progress;
  }

  synchronized void add(long read) {
    rows += read;
    progress.advancedTo(rows);
  }
}
