package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of lines of invoices, before and after the migration that made them hash well. */
@Timeout(60)
class LineNumbersTest {

  @TempDir static Path folder;

  @Test
  void filesThatAreInKeepTheirNumbersAndNewOnesHashApart() throws SQLException {
    try (Database server = Database.open(new Workspace(folder), TestServer.environment(folder));
        Database database = server.createDatabase("numbers");
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      Flyway.configure()
          .dataSource(database.dataSource())
          .locations("classpath:" + Schema.LOCATION)
          .target("55")
          .load()
          .migrate();
      statement.execute(
          """
          INSERT INTO run (job, scope, seq, business_date, language, pack_id, pack_sha256,
                           settings_sha256, ruleset, head_sha256, started_by, status, ended_at)
          VALUES ('invoice-intake', '2026-01-05', 1, DATE '2026-01-05', 'fr', 'bf', '', '', 1, '',
                  'operator', 'COMPLETED', now());
          INSERT INTO file (file_id, run_id, ordinal, kind, name, bytes, lines, sha256, received_on)
          OVERRIDING SYSTEM VALUE
          VALUES (700, 1, 1, 'invoices', 'before.csv', 1, 1, repeat('0', 64), DATE '2026-01-05')
          """);

      new Schema(database, Schema.LOCATION).migrate();

      assertThat(number(statement, "SELECT first_claim_line_id(700)")).isEqualTo(700L << 24);
      assertThat(number(statement, "SELECT first_claim_line_id(701)"))
          .isGreaterThan((700L << 24) + 16_777_215);
      assertThat(
              number(
                  statement,
                  """
                  SELECT count(DISTINCT hashint8(first_claim_line_id(file) + line))
                  FROM generate_series(701, 1700) file, generate_series(1, 200) line
                  """))
          .as("hashes of 200,000 lines in 1,000 files")
          .isGreaterThan(199_000);
      assertThat(
              number(
                  statement,
                  """
                  SELECT count(*) FROM generate_series(701, 1700) file
                  WHERE first_claim_line_id(file + 1) <= first_claim_line_id(file) + 16777215
                  """))
          .as("files whose numbers reach into those of the next")
          .isZero();
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
