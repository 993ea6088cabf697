package org.caisse.jobs.replay;

import java.util.concurrent.atomic.AtomicLong;
import org.caisse.jobs.run.RunProgress;

/** Counts the rows that all threads read; only the thread that made it tells the progress. */
final class Done {

  private final RunProgress progress;
  private final Thread teller = Thread.currentThread();
  private final AtomicLong rows = new AtomicLong();

  Done(RunProgress progress) {
    this.progress = progress;
  }

  /** To be called by whichever thread read them. */
  void add(long read) {
    rows.addAndGet(read);
    if (Thread.currentThread() == teller) {
      tell();
    }
  }

  void tell() {
    progress.advancedTo(rows.get());
  }
}
