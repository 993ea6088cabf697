package org.caisse.jobs.keyed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.caisse.jobs.beside.ReadAhead;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunSessions;
import org.postgresql.PGConnection;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Streams the facts of a step, in blocks, from one consistent view of the database. The last block
 * is empty: it says that there are no more.
 */
final class KeyedReader<F> implements ItemStreamReader<List<Keyed<F>>> {

  private static final int BLOCKS_AHEAD = 2;

  private final RunContext run;
  private final KeyedWork<F, ?, ?> work;
  private final int block;
  private Connection connection;
  private Portions<F> facts;
  private ReadAhead<List<Keyed<F>>> ahead;
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
      ahead = new ReadAhead<>("facts of " + work.name(), BLOCKS_AHEAD, new Blocks());
    }
  }

  @Override
  public List<Keyed<F>> read() throws IOException {
    if (ended) {
      return null;
    }
    List<Keyed<F>> items = ahead == null ? facts.take(block) : ahead.take();
    ended = items == null;
    return ended ? List.of() : items;
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try (Connection closing = connection) {
      if (ahead != null) {
        ahead.close();
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
    } finally {
      connection = null;
    }
  }

  /** Blocks read while those before are judged: the server joins beside the rules. */
  private final class Blocks implements ReadAhead.Source<List<Keyed<F>>> {

    @Override
    public List<Keyed<F>> read() {
      return facts.take(block);
    }

    @Override
    public void stop() {
      try {
        connection.unwrap(PGConnection.class).cancelQuery();
      } catch (SQLException e) {
        throw new IllegalStateException("the query of step " + work.name() + " cannot be ended", e);
      }
    }
  }
}
