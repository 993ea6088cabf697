package org.caisse.jobs.keyed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.postgresql.PGConnection;

/**
 * Reads blocks of facts on a thread of its own while those before are judged: the server joins on
 * one processor, the rules run on another. A few blocks wait at most.
 */
final class ReadAhead<F> {

  private static final int WAITING = 2;

  private final Connection connection;
  private final Portions<F> facts;
  private final int block;
  private final BlockingQueue<Read<F>> blocks = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile boolean closed;

  /** A block, empty at the end; or why there is none. */
  private record Read<F>(List<Keyed<F>> block, Throwable failure) {}

  /**
   * @param connection on which the facts are read; nobody else uses it until this is closed
   */
  ReadAhead(String name, Connection connection, Portions<F> facts, int block) {
    this.connection = connection;
    this.facts = facts;
    this.block = block;
    this.thread = Thread.ofPlatform().daemon().name("facts of " + name).start(this::read);
  }

  /** The next block; an empty one when there are no more. */
  List<Keyed<F>> next() throws InterruptedException {
    Read<F> read = blocks.take();
    switch (read.failure()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException("facts cannot be read", read.failure());
    }
    return read.block();
  }

  private void read() {
    try {
      try {
        List<Keyed<F>> next;
        do {
          next = take(facts, block);
          blocks.put(new Read<>(next, null));
        } while (!next.isEmpty() && !closed);
      } catch (RuntimeException | Error e) {
        if (!closed) {
          blocks.put(new Read<>(List.of(), e));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next facts, so many at most. */
  static <F> List<Keyed<F>> take(Portions<F> facts, int most) {
    List<Keyed<F>> items = new ArrayList<>(most);
    while (items.size() < most && facts.hasNext()) {
      items.add(facts.next());
    }
    return items;
  }

  /** Ends the reading, in the middle of a query too. */
  void stop() throws SQLException, InterruptedException {
    closed = true;
    thread.interrupt();
    if (thread.isAlive()) {
      connection.unwrap(PGConnection.class).cancelQuery();
    }
    thread.join();
  }
}
