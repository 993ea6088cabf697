package org.caisse.jobs.keyed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

  private final RunContext run;
  private final KeyedWork<F, ?, ?> work;
  private final int block;
  private Connection connection;
  private Portions<F> facts;
  private ReadAhead<F> ahead;
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
    facts = new Portions<>(work, sql, place);
    // A dry run has one connection for reading and writing.
    if (!run.environment().isDryRun()) {
      ahead = new ReadAhead<>(work.name(), connection, facts, block);
    }
  }

  @Override
  public List<Keyed<F>> read() throws InterruptedException {
    if (ended) {
      return null;
    }
    List<Keyed<F>> items = ahead == null ? ReadAhead.take(facts, block) : ahead.next();
    ended = items.isEmpty();
    return items;
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try (Connection closing = connection) {
      if (ahead != null) {
        ahead.stop();
      }
      if (facts != null) {
        facts.close();
      }
      closing.rollback();
      closing.setReadOnly(false);
      closing.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      closing.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("step " + work.name() + " cannot end its reading", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("step " + work.name() + " was interrupted", e);
    } finally {
      connection = null;
    }
  }
}
