package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostServerTest {

  private static final Workspace WORKSPACE = new Workspace(Path.of("/somewhere/fund"));
  private static final Map<String, String> OUTSIDE =
      Map.of("CAISSE_DB_URL", "jdbc:postgresql://host:5432/fund");

  private static Optional<String> explain(SQLException cause, Map<String, String> environment) {
    Throwable wrapped = new IllegalStateException("cannot read", new RuntimeException(cause));
    return LostServer.explain(wrapped, WORKSPACE, environment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03"})
  void aServerThatWentAwayIsNamedWithItsLog(String state) {
    assertThat(explain(new SQLException("terminating connection", state), Map.of()).orElseThrow())
        .contains(
            "/somewhere/fund ended",
            "terminating connection",
            "/somewhere/fund/db/log/postgres.log",
            "the next command starts it again");
  }

  @Test
  void aServerOfOnesOwnIsNamedByItsAddress() {
    assertThat(
            explain(new SQLTransientConnectionException("request timed out"), OUTSIDE)
                .orElseThrow())
        .contains("jdbc:postgresql://host:5432/fund no longer answers", "request timed out")
        .doesNotContain("/somewhere");
  }

  @Test
  void whatElseGoesWrongIsNotALostServer() {
    assertThat(explain(new SQLException("duplicate key", "23505"), Map.of())).isEmpty();
    assertThat(explain(new SQLException("no state"), Map.of())).isEmpty();
    assertThat(LostServer.explain(new IllegalStateException("disk"), WORKSPACE, Map.of()))
        .isEmpty();
  }
}
