package org.caisse.readers.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCopyReaderTest {

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
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void values_of_every_type_are_read() throws SQLException {
    try (BinaryCopyReader reader =
        read(
            "VALUES ((-7)::smallint, 2147483647, (-9223372036854775808)::bigint, 'Ouédraogo"
                + " €'::text, date '1969-12-31', true, '')")) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.int2()).isEqualTo((short) -7);
      assertThat(reader.int4()).isEqualTo(Integer.MAX_VALUE);
      assertThat(reader.int8()).isEqualTo(Long.MIN_VALUE);
      assertThat(reader.utf8()).isEqualTo("Ouédraogo €".getBytes(StandardCharsets.UTF_8));
      assertThat(LocalDate.ofEpochDay(reader.dateEpochDay())).isEqualTo("1969-12-31");
      assertThat(reader.bool()).isTrue();
      assertThat(reader.isNull()).isFalse();
      assertThat(reader.text()).isEmpty();
      assertThat(reader.next()).isFalse();
      assertThat(reader.next()).isFalse();
    }
  }

  @Test
  void nulls_are_seen_before_they_are_taken() throws SQLException {
    try (BinaryCopyReader reader = read("VALUES (NULL::date, NULL::text, NULL::text, 5)")) {
      reader.next();
      assertThat(reader.isNull()).isTrue();
      reader.skip();
      assertThat(reader.text()).isNull();
      assertThat(reader.utf8()).isNull();
      assertThat(reader.isNull()).isFalse();
      assertThat(reader.int4()).isEqualTo(5);
      assertThat(reader.next()).isFalse();
    }
  }

  @Test
  void a_null_taken_as_a_number_is_an_error() throws SQLException {
    try (BinaryCopyReader reader = read("VALUES (1, NULL::bigint)")) {
      reader.next();
      reader.int4();
      assertThatThrownBy(reader::int8)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("column 2 of row 1")
          .hasMessageContaining("is null");
    }
  }

  @Test
  void a_column_of_another_width_is_an_error() throws SQLException {
    try (BinaryCopyReader reader = read("VALUES (1::integer)")) {
      reader.next();
      assertThatThrownBy(reader::int8)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has 4 bytes");
    }
  }

  @Test
  void columns_left_over_or_asked_beyond_are_errors() throws SQLException {
    try (BinaryCopyReader reader = read("VALUES (1, 2), (3, 4)")) {
      reader.next();
      reader.int4();
      assertThatThrownBy(reader::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1 were taken");
      reader.int4();
      assertThatThrownBy(reader::int4)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("more were asked for");
    }
  }

  @Test
  void a_query_without_rows_has_no_row() throws SQLException {
    try (BinaryCopyReader reader = read("SELECT 1 WHERE false")) {
      assertThat(reader.next()).isFalse();
      assertThat(reader.rows()).isZero();
    }
  }

  @Test
  void large_and_many_rows_are_read_whole() throws SQLException {
    try (BinaryCopyReader reader =
        read("SELECT i, repeat('é', i) FROM generate_series(1, 2000) i")) {
      int expected = 0;
      while (reader.next()) {
        expected++;
        assertThat(reader.int4()).isEqualTo(expected);
        assertThat(reader.text()).isEqualTo("é".repeat(expected));
      }
      assertThat(reader.rows()).isEqualTo(2_000);
    }
  }

  @Test
  void the_connection_serves_on_after_the_last_row() throws SQLException {
    try (BinaryCopyReader reader = read("VALUES (1)")) {
      reader.next();
      reader.int4();
      reader.next();
    }
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT 2")) {
      assertThat(result.next()).isTrue();
    }
  }

  @Test
  void closing_early_gives_the_connection_back() throws SQLException {
    try (BinaryCopyReader reader = read("SELECT i FROM generate_series(1, 1000000) i")) {
      reader.next();
    }
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT 2")) {
      assertThat(result.next()).isTrue();
    }
  }

  private BinaryCopyReader read(String query) throws SQLException {
    return BinaryCopyReader.open(connection, "COPY (" + query + ") TO STDOUT (FORMAT BINARY)");
  }
}
