package org.caisse.schedules;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunStore;

/**
 * What Ctrl-C does: the run under way is asked to stop at its next commit, and the process waits
 * for that before it lets go of the database. Spring Batch's own hook signals and does not wait
 * (spring-batch#5307).
 */
public final class GracefulStop implements AutoCloseable {

  private final RunStore store;
  private final Duration patience;
  private final AtomicReference<Run> current = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /**
   * @param patience how long a stop may take before the process ends all the same; the run is then
   *     recovered as after a crash
   */
  public GracefulStop(RunStore store, Duration patience) {
    this.store = store;
    this.patience = patience;
    this.hook = new Thread(this::stop, "graceful stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The run that this process executes from now on. */
  public void executing(Run run) {
    current.set(run);
  }

  private void stop() {
    Run run = current.get();
    if (run == null || ended.getCount() == 0) {
      return;
    }
    store.requestStop(run.id());
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        System.Logger log = System.getLogger(GracefulStop.class.getName());
        log.log(
            System.Logger.Level.WARNING,
            "run {0} did not stop in time; it will be recovered",
            run.key().label());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run ended: a stop has nothing to wait for. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The virtual machine is going down already; the hook runs and finds nothing to do.
      current.set(null);
    }
  }
}
