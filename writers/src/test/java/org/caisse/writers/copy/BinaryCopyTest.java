package org.caisse.writers.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCopyTest {

  private static final String ALL = "COPY t (a, b, c, d, e, f) FROM STDIN (FORMAT BINARY)";
  private static final String TEXT = "COPY t (d) FROM STDIN (FORMAT BINARY)";

  @TempDir private static Path home;
  private static Database database;
  private Connection connection;

  @BeforeAll
  static void start() {
    database = Database.open(new Workspace(home), TestServer.environment(home));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = database.dedicated();
    connection.setAutoCommit(false);
    execute(
        "CREATE TEMP TABLE t (n serial, a smallint, b integer, c bigint, d text, e date, f"
            + " boolean)");
    connection.commit();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void values_of_every_type_and_nulls_arrive() throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, ALL)) {
      copy.row(6);
      copy.int2(Short.MIN_VALUE);
      copy.int4(Integer.MAX_VALUE);
      copy.int8(Long.MIN_VALUE);
      copy.text("Awa");
      copy.date(LocalDate.of(1969, 12, 31));
      copy.bool(true);
      copy.row(6);
      copy.int2((short) 7);
      copy.int4(-1);
      copy.int8(1L << 40);
      copy.text("");
      copy.dateEpochDay(0);
      copy.bool(false);
      copy.row(6);
      copy.nul();
      copy.nul();
      copy.nul();
      copy.text(null);
      copy.date(null);
      copy.nul();
      assertThat(copy.finish()).isEqualTo(3);
    }

    assertThat(rows("SELECT concat_ws(' ', a, b, c, '[' || d || ']', e, f) FROM t ORDER BY n"))
        .containsExactly(
            "-32768 2147483647 -9223372036854775808 [Awa] 1969-12-31 t",
            "7 -1 1099511627776 [] 1970-01-01 f",
            "");
  }

  @Test
  void decimal_numbers_and_uuids_arrive() throws SQLException {
    List<String> numbers =
        List.of(
            "0",
            "1",
            "-1",
            "0.5",
            "12.5",
            "10000",
            "9999.9999",
            "0.0001",
            "-100000000.125",
            "1.500");
    UUID uuid = UUID.fromString("0123abcd-ffff-0000-8000-00000000000f");
    execute("CREATE TEMP TABLE d (n serial, a numeric, b uuid) ON COMMIT DROP");
    try (BinaryCopy copy =
        BinaryCopy.open(connection, "COPY d (a, b) FROM STDIN (FORMAT BINARY)")) {
      for (String number : numbers) {
        copy.row(2);
        copy.numeric(new BigDecimal(number));
        copy.uuid(uuid);
      }
      copy.row(2);
      copy.numeric(null);
      copy.nul();
      copy.finish();
    }

    assertThat(rows("SELECT a::text FROM d WHERE b = '" + uuid + "' ORDER BY n"))
        .isEqualTo(numbers);
    assertThat(rows("SELECT count(*)::text FROM d WHERE a IS NULL AND b IS NULL"))
        .containsExactly("1");
  }

  @Test
  void text_of_any_script_arrives() throws SQLException {
    List<String> texts =
        List.of(
            "Ouédraogo",
            "€ 2 310",
            "ߒߞߏ",
            "漢字",
            "\uD83D\uDE00 end",
            "x".repeat(700_000),
            "\u007f\u0080");
    try (BinaryCopy copy = BinaryCopy.open(connection, TEXT)) {
      for (String text : texts) {
        copy.row(1);
        copy.text(text);
      }
      copy.finish();
    }

    assertThat(rows("SELECT d FROM t ORDER BY n")).isEqualTo(texts);
  }

  @Test
  void many_rows_arrive_in_order() throws SQLException {
    try (BinaryCopy copy =
        BinaryCopy.open(connection, "COPY t (b, d) FROM STDIN (FORMAT BINARY)")) {
      for (int i = 0; i < 200_000; i++) {
        copy.row(2);
        copy.int4(i);
        copy.text("person " + i);
      }
      assertThat(copy.finish()).isEqualTo(200_000);
    }

    assertThat(
            rows(
                "SELECT count(*) || ' ' || sum(b) || ' ' || count(*) FILTER (WHERE n <> b + 1 OR d"
                    + " <> 'person ' || b) FROM t"))
        .containsExactly("200000 19999900000 0");
  }

  @Test
  void text_that_cannot_be_stored_is_refused() throws SQLException {
    for (String text : List.of("a\0b", "a\uD83D", "\uDE00", "\uD83Dx")) {
      try (BinaryCopy copy = BinaryCopy.open(connection, TEXT)) {
        copy.row(1);
        assertThatThrownBy(() -> copy.text(text))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("column 1 of row 1");
      }
      connection.rollback();
    }
  }

  @Test
  void a_row_with_too_few_values_is_refused() throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, ALL)) {
      copy.row(6);
      copy.int2((short) 1);
      assertThatThrownBy(() -> copy.row(6))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("announced with 6 columns and has 1");
      assertThatThrownBy(copy::finish).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_row_with_too_many_values_is_refused() throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, TEXT)) {
      copy.row(1);
      copy.text("a");
      assertThatThrownBy(() -> copy.text("b"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("gets more");
    }
  }

  @Test
  void a_row_unlike_those_before_is_refused() throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, TEXT)) {
      copy.row(1);
      copy.text("a");
      assertThatThrownBy(() -> copy.row(2))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("row 2");
    }
  }

  @Test
  void closing_without_finishing_stores_nothing() throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, TEXT)) {
      for (int i = 0; i < 100_000; i++) {
        copy.row(1);
        copy.text("never");
      }
    }
    connection.rollback();

    assertThat(rows("SELECT count(*)::text FROM t")).containsExactly("0");
  }

  @Test
  void rows_that_a_trigger_swallows_are_noticed() throws SQLException {
    execute(
        "CREATE FUNCTION pg_temp.swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL;"
            + " END'");
    execute(
        "CREATE TRIGGER swallow BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION"
            + " pg_temp.swallow()");
    try (BinaryCopy copy = BinaryCopy.open(connection, TEXT)) {
      copy.row(1);
      copy.text("a");
      assertThatThrownBy(copy::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was given 1 rows and stored 0");
    }
  }

  @Test
  void one_buffer_serves_copy_after_copy() throws SQLException {
    BinaryCopy copy = BinaryCopy.open(connection, TEXT);
    for (int chunk = 0; chunk < 3; chunk++) {
      if (chunk > 0) {
        copy.reopen(connection, TEXT);
      }
      copy.row(1);
      copy.text("chunk " + chunk);
      assertThat(copy.finish()).isEqualTo(1);
      connection.commit();
    }
    copy.close();

    assertThat(rows("SELECT d FROM t ORDER BY n")).containsExactly("chunk 0", "chunk 1", "chunk 2");
  }

  @Test
  void a_value_the_table_refuses_fails_the_copy() throws SQLException {
    execute("ALTER TABLE t ADD CHECK (d <> 'bad')");
    try (BinaryCopy copy = BinaryCopy.open(connection, TEXT)) {
      copy.row(1);
      copy.text("bad");
      assertThatThrownBy(copy::finish)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("check constraint");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
