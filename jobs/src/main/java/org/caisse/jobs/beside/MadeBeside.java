package org.caisse.jobs.beside;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes things on two threads and hands them on in the order in which they were asked for, on a
 * third: documents that take long to make and have their places in a file. A few are in memory.
 *
 * @param <T> what is made
 */
public final class MadeBeside<T> implements AutoCloseable {

  private static final int MAKERS = 2;

  private final ExecutorService makers;
  private final Beside<Future<T>> receiver;

  /**
   * @param name of the threads
   * @param work takes what is made
   */
  public MadeBeside(String name, Beside.Work<T> work) {
    this.makers =
        Executors.newFixedThreadPool(
            MAKERS, task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    this.receiver = Beside.ofLarge(name, made -> work.add(made(made)));
  }

  /**
   * Asks for the next one; waits while several are under way.
   *
   * @throws IOException when an earlier one failed
   */
  public void add(Callable<T> making) throws IOException {
    receiver.add(makers.submit(making));
  }

  /**
   * Waits until all is handed on; nothing may follow.
   *
   * @throws IOException when something failed
   */
  public void finish() throws IOException {
    receiver.finish();
  }

  /** Ends the threads, whatever they do. */
  @Override
  public void close() {
    makers.shutdownNow();
    receiver.close();
  }

  private static <T> T made(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException("could not be made", e.getCause());
      }
    }
  }
}
