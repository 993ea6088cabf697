package org.caisse.jobs.beside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Does work on a thread of its own, in the order in which it was given, a few portions behind
 * whoever gives it: a workbook grows while the next rows are read.
 *
 * @param <T> what is given, never changed afterwards
 */
public final class Beside<T> implements AutoCloseable {

  private static final int PORTION = 256;
  private static final int PORTIONS_BEHIND = 4;

  private final int size;
  private final Work<T> work;
  private final BlockingQueue<List<T>> queue = new ArrayBlockingQueue<>(PORTIONS_BEHIND);
  private final Thread thread;
  private List<T> portion = new ArrayList<>();
  private volatile Throwable failure;
  private volatile boolean closed;

  /** Takes what is given; used by one thread. */
  @FunctionalInterface
  public interface Work<T> {
    /** Takes the next one. */
    void add(T item) throws IOException;
  }

  /**
   * Begins a thread for items of which hundreds are nothing in memory.
   *
   * @param name of the thread
   */
  public Beside(String name, Work<T> work) {
    this(name, PORTION, work);
  }

  /** One for items of which only a few fit into memory. */
  public static <T> Beside<T> ofLarge(String name, Work<T> work) {
    return new Beside<>(name, 1, work);
  }

  private Beside(String name, int size, Work<T> work) {
    this.size = size;
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /**
   * Gives the next item.
   *
   * @throws IOException when the work failed on an earlier one
   */
  public void add(T item) throws IOException {
    portion.add(item);
    if (portion.size() == size) {
      pass();
    }
  }

  /**
   * Waits until all that was given is done; nothing may follow.
   *
   * @throws IOException when the work failed
   */
  public void finish() throws IOException {
    if (!portion.isEmpty()) {
      pass();
    }
    // An empty portion is the end.
    pass();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    failed();
  }

  /** Ends the thread, whatever it does. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass() throws IOException {
    failed();
    try {
      queue.put(portion);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    portion = new ArrayList<>();
  }

  private void failed() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException io -> throw io;
      case Throwable other -> throw new IllegalStateException(thread.getName() + " failed", other);
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IOException("interrupted", e);
  }

  /** After a failure it only takes what comes, so that nobody waits for it. */
  private void run() {
    try {
      for (List<T> next = queue.take(); !next.isEmpty() && !closed; next = queue.take()) {
        if (failure == null) {
          add(next);
        }
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void add(List<T> items) {
    try {
      for (T item : items) {
        work.add(item);
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }
}
