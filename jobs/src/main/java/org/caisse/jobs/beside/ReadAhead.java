package org.caisse.jobs.beside;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads on a thread of its own, a few items ahead of whoever takes them, in their order: what comes
 * next is prepared while what came before is worked on. Nothing is remembered of what was read and
 * not taken, so a restart depends on what was taken only.
 */
public final class ReadAhead<T> implements AutoCloseable {

  private static final int ITEMS_AHEAD = 4;

  private final Source<T> source;
  private final BlockingQueue<Step<T>> queue;
  private final Thread thread;
  private volatile boolean closed;

  /** Where items come from; used by one thread. */
  @FunctionalInterface
  public interface Source<T> {

    /** The next item, or null when there are no more. */
    T read() throws IOException;

    /** Ends a read that is under way, if it can; called by another thread when nobody waits. */
    default void stop() {}
  }

  /** An item, the end (both null), or why there is neither. */
  private record Step<T>(T item, Throwable failure) {
    boolean last() {
      return item == null;
    }
  }

  /** Begins a thread of this name. */
  public ReadAhead(String name, Source<T> source) {
    this(name, ITEMS_AHEAD, source);
  }

  /**
   * Begins a thread of this name.
   *
   * @param ahead how many items wait at most
   */
  public ReadAhead(String name, int ahead, Source<T> source) {
    this.source = source;
    this.queue = new ArrayBlockingQueue<>(ahead);
    this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /**
   * The next item, or null when there are no more; not to be asked again then.
   *
   * @throws IOException when it could not be read
   */
  public T take() throws IOException {
    Step<T> next;
    try {
      next = queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    switch (next.failure()) {
      case null -> {
        return next.item();
      }
      case IOException failure -> throw failure;
      case RuntimeException failure -> throw failure;
      case Throwable failure -> throw new IllegalStateException("reading failed", failure);
    }
  }

  /** Ends the thread, whatever it does. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    if (thread.isAlive()) {
      source.stop();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Step<T> step;
    try {
      do {
        step = next();
        if (closed) {
          return;
        }
        queue.put(step);
      } while (!step.last());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private Step<T> next() {
    try {
      return new Step<>(source.read(), null);
    } catch (IOException | RuntimeException | Error e) {
      return new Step<>(null, e);
    }
  }
}
