package org.caisse.jobs.keyed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunSessions;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Streams the facts of a step, in blocks, from one consistent view of the database. The last block
 * is empty: it says that there are no more.
 */
final class KeyedReader<F> implements ItemStreamReader<List<Keyed<F>>> {

  private static final int FETCH = 2_000;

  private final RunContext run;
  private final KeyedWork<F, ?, ?> work;
  private final int block;
  private Connection connection;
  private Stream<Keyed<F>> stream;
  private Iterator<Keyed<F>> facts;
  private boolean ended;

  KeyedReader(RunContext run, KeyedWork<F, ?, ?> work, int block) {
    this.run = run;
    this.work = work;
    this.block = block;
  }

  @Override
  public void open(ExecutionContext context) {
    KeyedPlace place = KeyedPlace.of(context);
    try {
      connection = run.dataSource().getConnection();
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      RunSessions.name(connection, run.run());
    } catch (SQLException e) {
      throw new IllegalStateException("step " + work.name() + " cannot read its facts", e);
    }
    JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    run.progress().expect(work.total(sql), work.unit());
    stream =
        work
            .query(sql, place.partAfter1(), place.partAfter2())
            .withFetchSize(FETCH)
            .query((row, n) -> work.facts(row))
            .stream();
    facts = stream.iterator();
  }

  @Override
  public List<Keyed<F>> read() {
    List<Keyed<F>> items = new ArrayList<>(block);
    while (items.size() < block && facts.hasNext()) {
      items.add(facts.next());
    }
    if (!items.isEmpty()) {
      return items;
    }
    if (ended) {
      return null;
    }
    ended = true;
    return items;
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try (Connection closing = connection) {
      if (stream != null) {
        stream.close();
      }
      closing.rollback();
      closing.setReadOnly(false);
      closing.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      closing.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("step " + work.name() + " cannot end its reading", e);
    } finally {
      connection = null;
    }
  }
}
