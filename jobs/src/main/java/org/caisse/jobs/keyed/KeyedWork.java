package org.caisse.jobs.keyed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a step does that goes through employers or persons in the order of their keys: joins their
 * facts in SQL, judges each, and posts.
 *
 * @param <F> facts
 * @param <V> verdict
 * @param <R> row of the archive
 */
public interface KeyedWork<F, V, R extends Record> {

  /** Name of the archive files and of the step. */
  String name();

  /** What is counted, for people. */
  String unit();

  /** How many there are to go through, or -1 when counting them would cost too much. */
  long total(JdbcClient sql);

  /**
   * Where the next portion ends: the last first half of a key whose facts are asked for together.
   * Portions change nothing but how much is joined at once. Empty when nothing is left; {@link
   * Long#MAX_VALUE} for all of it, as it is unless a work says otherwise.
   */
  default OptionalLong portion(JdbcClient sql, long after1) {
    return OptionalLong.of(Long.MAX_VALUE);
  }

  /**
   * Facts of everyone after a key, in ascending order of the keys. Rows that this run wrote must
   * not be among the facts: a restart must see what the beginning saw.
   */
  JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2);

  /** The same, of those up to the end of a portion only. */
  default JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2, long until1) {
    return query(sql, after1, after2);
  }

  /** One row of the query. */
  Keyed<F> facts(ResultSet row) throws SQLException;

  /** The rule, and nothing else. */
  V judge(F facts);

  /** The tables that it fills, for the server's statistics: the steps after it read them. */
  List<String> tables();

  Class<R> rowType();

  R row(F facts, V verdict);

  /** Writes what was decided, on the chunk's transaction. */
  void post(Connection connection, List<Judged<F, V>> judged) throws SQLException, IOException;
}
