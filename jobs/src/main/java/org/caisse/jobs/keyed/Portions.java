package org.caisse.jobs.keyed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts of a step after a place, portion after portion, each streamed from the server. */
final class Portions<F> implements Iterator<Keyed<F>>, AutoCloseable {

  private static final int FETCH = 2_000;

  private final KeyedWork<F, ?, ?> work;
  private final JdbcClient sql;
  private long after1;
  private long after2;
  private Stream<Keyed<F>> stream;
  private Iterator<Keyed<F>> facts;

  Portions(KeyedWork<F, ?, ?> work, JdbcClient sql, KeyedPlace place) {
    this.work = work;
    this.sql = sql;
    this.after1 = place.partAfter1();
    this.after2 = place.partAfter2();
  }

  @Override
  public boolean hasNext() {
    while (facts == null || !facts.hasNext()) {
      close();
      if (after1 == Long.MAX_VALUE) {
        return false;
      }
      OptionalLong until = work.portion(sql, after1);
      if (until.isEmpty()) {
        after1 = Long.MAX_VALUE;
        return false;
      }
      stream =
          work
              .query(sql, after1, after2, until.getAsLong())
              .withFetchSize(FETCH)
              .query((row, n) -> work.facts(row))
              .stream();
      facts = stream.iterator();
      after1 = until.getAsLong();
      after2 = Long.MAX_VALUE;
    }
    return true;
  }

  @Override
  public Keyed<F> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no facts are left");
    }
    return facts.next();
  }

  /** The next ones, so many at most; null when there are none. */
  List<Keyed<F>> take(int most) {
    List<Keyed<F>> items = new ArrayList<>(most);
    while (items.size() < most && hasNext()) {
      items.add(next());
    }
    return items.isEmpty() ? null : items;
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.close();
      stream = null;
      facts = null;
    }
  }
}
