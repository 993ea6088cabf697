package org.caisse.config.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * What Caisse needs its database to keep: what was committed is not lost, and text is ordered by
 * its bytes, so that files come out in the same order everywhere.
 */
final class Promises {

  private static final Set<String> DURABLE_COMMIT = Set.of("on", "remote_apply");
  private static final Set<String> BYTEWISE_LOCALES = Set.of("C", "POSIX", "C.UTF-8", "C.utf8");

  private static final String QUESTION =
      """
      SELECT current_setting('fsync') AS fsync,
             current_setting('full_page_writes') AS full_page_writes,
             current_setting('synchronous_commit') AS synchronous_commit,
             current_setting('server_encoding') AS encoding,
             datlocprovider AS provider,
             datcollate AS collation,
             'a' < 'B' AS by_alphabet
      FROM pg_database
      WHERE datname = current_database()
      """;

  private final String where;

  private Promises(String where) {
    this.where = where;
  }

  /**
   * Checks a database.
   *
   * @param leastVersion major version that is the least to do
   * @throws DatabaseException for the first promise that it does not keep
   */
  static void check(Connection connection, String where, int leastVersion) throws SQLException {
    Promises promises = new Promises(where);
    int version = connection.getMetaData().getDatabaseMajorVersion();
    promises.require(
        version >= leastVersion,
        "is PostgreSQL " + version,
        "use version " + leastVersion + " or later");
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      row.next();
      promises.durable(row);
      promises.ordered(row);
    }
  }

  private void durable(ResultSet row) throws SQLException {
    String remedy = "set it to on in postgresql.conf, or a commit may be lost when power fails";
    for (String setting : new String[] {"fsync", "full_page_writes"}) {
      require(row.getString(setting).equals("on"), "has " + setting + " = off", remedy);
    }
    String commit = row.getString("synchronous_commit");
    require(DURABLE_COMMIT.contains(commit), "has synchronous_commit = " + commit, remedy);
  }

  private void ordered(ResultSet row) throws SQLException {
    String remedy =
        "create the database anew with TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc"
            + " LOCALE 'C'";
    String encoding = row.getString("encoding");
    require(encoding.equals("UTF8"), "stores text as " + encoding, remedy);
    String collation = row.getString("collation");
    boolean bytewise =
        switch (row.getString("provider")) {
          case "b" -> true;
          case "c" -> BYTEWISE_LOCALES.contains(collation);
          default -> false;
        };
    require(
        bytewise && !row.getBoolean("by_alphabet"),
        "does not order text by its bytes (collation " + collation + ")",
        remedy);
  }

  private void require(boolean kept, String finding, String remedy) {
    if (!kept) {
      throw new DatabaseException("the database " + where + " " + finding + ": " + remedy);
    }
  }
}
