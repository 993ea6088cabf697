package org.caisse.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.caisse.config.database.Database;
import org.caisse.jobs.run.Sql;
import org.postgresql.PGConnection;

/** The month as plain SQL: {@code plain-script.sql}, in one transaction, in fresh tables. */
final class PlainScript {

  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * How long it took, statement by statement.
   *
   * @param wallMillis of everything, the commit included
   * @param statements milliseconds by the first words of each statement
   * @param totals what it computed
   * @param databaseBytes of its tables and their keys
   */
  record Result(long wallMillis, Map<String, Long> statements, Totals totals, long databaseBytes) {}

  private PlainScript() {}

  /** Runs the script on a file, then drops its tables. */
  static Result run(Database database, Path file) throws SQLException, IOException {
    try (Connection connection = database.dedicated();
        Statement statement = connection.createStatement()) {
      statement.execute(Sql.of(PlainScript.class, "plain-drop"));
      connection.setAutoCommit(false);
      Map<String, Long> took = new TreeMap<>();
      long started = System.nanoTime();
      int n = 0;
      for (String sql : statements(Sql.of(PlainScript.class, "plain-script"))) {
        long begun = System.nanoTime();
        if (sql.startsWith("COPY")) {
          copy(connection, sql, file);
        } else {
          statement.execute(sql);
        }
        took.put("%02d %s".formatted(++n, firstWords(sql)), millisSince(begun));
      }
      long committing = System.nanoTime();
      connection.commit();
      took.put("%02d COMMIT".formatted(++n), millisSince(committing));
      long wall = millisSince(started);
      Totals totals = Totals.of(statement, "plain-totals");
      long bytes = bytes(statement);
      statement.execute(Sql.of(PlainScript.class, "plain-drop"));
      connection.commit();
      return new Result(wall, took, totals, bytes);
    }
  }

  private static void copy(Connection connection, String sql, Path file)
      throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, BUFFER_BYTES);
    }
  }

  private static long bytes(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(Sql.of(PlainScript.class, "plain-bytes"))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The statements of a script; they end with a semicolon at the end of a line. */
  static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    for (String part : script.replaceAll("(?m)^--.*$", "").split(";\\s*\\n", -1)) {
      if (!part.isBlank()) {
        statements.add(part.strip());
      }
    }
    return statements;
  }

  private static String firstWords(String sql) {
    String[] words = sql.split("\\s+", 4);
    return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
