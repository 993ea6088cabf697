package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** What the database itself refuses, whatever program asks. */
class LedgerTest {

  /** What a run needs while it is under way is no book: it is emptied at the run's end. */
  private static final Set<String> CHANGEABLE =
      new TreeSet<>(
          List.of(
              "run",
              "flyway_schema_history",
              "incoming_file",
              "incoming_claim",
              "incoming_invoice",
              "claim_work",
              "claim_member",
              "claim_firm"));

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  /** Works on the undisturbed month and takes everything back. */
  private static void tryOut(Work work) throws SQLException {
    try (Connection connection = LoadedFund.undisturbed().database().dedicated()) {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
      } finally {
        connection.rollback();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void entry(Connection connection, String postingPeriod) throws SQLException {
    execute(
        connection,
        "INSERT INTO ledger_entry VALUES ('2026-02-01', 'STATE', 0, 900, 1, '%s', 'CNSS', 'CONTRIBUTION', 'STATE', NULL, 1000)"
            .formatted(postingPeriod));
  }

  private static void copy(Connection connection, String... postings) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY posting FROM STDIN (FORMAT csv, DELIMITER ';')",
              new StringReader(String.join("\n", postings)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void postingsThatDoNotBalanceAreRefused() {
    assertThatThrownBy(
            () ->
                tryOut(
                    connection -> {
                      entry(connection, "2026-02-01");
                      copy(
                          connection,
                          "2026-02-01;STATE;0;900;1;1;2026-02-01;441100;1000;0",
                          "2026-02-01;STATE;0;900;2;1;2026-02-01;701300;0;999");
                    }))
        .hasMessageContaining("does not balance: debit 1000, credit 999");
  }

  @Test
  void postingsOfAnotherAmountThanTheirEntryAreRefused() {
    assertThatThrownBy(
            () ->
                tryOut(
                    connection -> {
                      entry(connection, "2026-02-01");
                      copy(
                          connection,
                          "2026-02-01;STATE;0;900;1;1;2026-02-01;441100;999;0",
                          "2026-02-01;STATE;0;900;2;1;2026-02-01;701300;0;999");
                    }))
        .hasMessageContaining("does not balance")
        .hasMessageContaining("entry 1000");
  }

  @Test
  void postingsWithoutAnEntryAreRefused() {
    assertThatThrownBy(
            () ->
                tryOut(
                    connection ->
                        copy(
                            connection,
                            "2026-02-01;STATE;0;901;1;1;2026-02-01;441100;999;0",
                            "2026-02-01;STATE;0;901;2;1;2026-02-01;701300;0;999")))
        .hasMessageContaining("does not balance");
  }

  @Test
  void balancedPostingsAreTaken() throws SQLException {
    tryOut(
        connection -> {
          entry(connection, "2026-02-01");
          copy(
              connection,
              "2026-02-01;STATE;0;900;1;1;2026-02-01;441100;1000;0",
              "2026-02-01;STATE;0;900;2;1;2026-02-01;701300;0;1000");
        });
  }

  @Test
  void aClosedPeriodTakesNoPosting() {
    assertThatThrownBy(
            () ->
                tryOut(
                    connection -> {
                      execute(connection, "INSERT INTO period_state VALUES ('2026-02-01', 'test')");
                      entry(connection, "2026-02-01");
                      copy(
                          connection,
                          "2026-02-01;STATE;0;900;1;1;2026-02-01;441100;1000;0",
                          "2026-02-01;STATE;0;900;2;1;2026-02-01;701300;0;1000");
                    }))
        .hasMessageContaining("closed accounting period");
  }

  @Test
  void noRowOfTheBooksIsEverChangedOrDeleted() throws SQLException {
    List<String> tables =
        LoadedFund.undisturbed()
            .sql()
            .sql(
                "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                    + " AND c.relkind IN ('r', 'p') AND c.relname NOT LIKE 'batch%' ORDER BY 1")
            .query(String.class)
            .list();
    assertThat(tables)
        .contains("ledger_entry", "posting", "declaration_line", "declaration_line_2026_02");
    for (String table : tables) {
      if (CHANGEABLE.contains(table)) {
        continue;
      }
      String column =
          LoadedFund.undisturbed()
              .sql()
              .sql("SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum = 2")
              .param(table)
              .query(String.class)
              .single();
      for (String change :
          List.of(
              "DELETE FROM " + table,
              "UPDATE %s SET %s = %s".formatted(table, column, column),
              "TRUNCATE %s CASCADE".formatted(table))) {
        assertThatThrownBy(() -> tryOut(connection -> execute(connection, change)))
            .as(change)
            .hasMessageContaining("is append-only");
      }
    }
  }

  @Test
  void anAssessmentOfAClosedMonthPostsToTheNextOpenOne(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.sql()
          .sql("INSERT INTO period_state VALUES ('2026-02-01', 'test'), ('2026-03-01', 'test')")
          .update();
      fund.intake(LoadedFund.FIRST_RECEIPT);
      assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
      assertThat(
              fund.sql()
                  .sql("SELECT DISTINCT posting_period FROM ledger_entry")
                  .query(LocalDate.class)
                  .list())
          .containsExactly(LocalDate.of(2026, 4, 1));
      assertThat(
              fund.sql()
                  .sql("SELECT DISTINCT value_period FROM posting")
                  .query(LocalDate.class)
                  .list())
          .containsExactly(LocalDate.of(2026, 2, 1));
    }
  }
}
