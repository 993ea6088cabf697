package org.caisse.jobs.run;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server's statistics of tables that a run has just filled. Without them it plans the next
 * queries for tables that are all but empty: a check of a million lines then took minutes instead
 * of a second. Its own upkeep comes about a minute later, which is too late for the next step.
 */
public final class Statistics {

  private Statistics() {}

  /**
   * Brings statistics up to date, in the transaction under way.
   *
   * @param tables names, of our own
   */
  public static void refresh(JdbcClient sql, Iterable<String> tables) {
    for (String table : tables) {
      sql.sql("ANALYZE " + table).update();
    }
  }
}
