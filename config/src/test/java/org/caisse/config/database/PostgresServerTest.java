package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.config.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("embedded")
@Timeout(60)
// Each has a server of its own, and waits for it most of the time.
@Execution(ExecutionMode.CONCURRENT)
class PostgresServerTest {

  @TempDir static Path shared;
  @TempDir Path folder;
  private Workspace workspace;

  @BeforeAll
  static void makeOneClusterToCopy() {
    PostgresServer.join(new Workspace(shared)).close();
  }

  @BeforeEach
  void copyTheCluster() throws IOException {
    // A name that a shell would take apart.
    workspace = new Workspace(folder.resolve("caisse d'$HOME \"été\"")).create();
    Path from = shared.resolve("db/cluster");
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path to = workspace.db().resolve("cluster").resolve(from.relativize(path));
        Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private void withoutCluster() {
    workspace = new Workspace(folder.resolve("fresh"));
  }

  @AfterEach
  void leaveNoServerBehind() throws Exception {
    new DataDirectory(workspace.db()).server().ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void theLastOneOutStopsTheServer() throws Exception {
    PostgresServer first = PostgresServer.join(workspace);
    PostgresServer second = PostgresServer.join(workspace);
    ProcessHandle process = process();

    first.close();
    assertThat(serves(process)).isTrue();
    assertThat(ask(second, "SELECT 1")).isEqualTo("1");

    second.close();
    second.close();
    assertThat(serves(process)).isFalse();
  }

  @Test
  void refusesAWrongPassword() {
    try (PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(server.password()).matches("[0-9a-f]{64}");
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "caisse").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aConnectionDoesNotWorkOutWhatOnlyWeakPasswordsNeed() throws SQLException {
    try (PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(ask(server, "SELECT rolpassword FROM pg_authid WHERE rolname = current_user"))
          .startsWith("SCRAM-SHA-256$1:");
    }
  }

  @Test
  void letsNobodyElseReadWhatOpensIt() throws IOException {
    withoutCluster();
    try (PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(Files.readString(published())).contains(server.password());
      assertThat(mode(published())).isEqualTo("rw-------");
      assertThat(mode(workspace.db().resolve("cluster/secret"))).isEqualTo("rw-------");
      assertThat(mode(workspace.db().resolve("cluster/data"))).isEqualTo("rwx------");
      assertThat(mode(workspace.db().resolve("log/postgres.log"))).isEqualTo("rw-------");
    }
  }

  @Test
  void listensOnThisMachineOnly() throws SQLException {
    try (PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server, "SHOW unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void writesNoPersonalDataIntoItsLog() throws Exception {
    try (PostgresServer server = PostgresServer.join(workspace)) {
      ask(server, "CREATE TABLE person (name text PRIMARY KEY); SELECT 1");
      ask(server, "INSERT INTO person VALUES ('OUEDRAOGO'); SELECT 1");
      assertThatThrownBy(() -> ask(server, "INSERT INTO person VALUES ('OUEDRAOGO')"))
          .hasMessageContaining("OUEDRAOGO");

      assertThat(workspace.db().resolve("log/postgres.log"))
          .content()
          .contains("duplicate key value")
          .doesNotContain("OUEDRAOGO");
    }
  }

  @Test
  void aSecondProcessJoinsAndKeepsItWhenTheFirstLeaves() throws Exception {
    PostgresServer ours = PostgresServer.join(workspace);
    ProcessHandle process = process();
    try (Holder other = Holder.start(workspace, Map.of())) {
      assertThat(other.url()).isEqualTo(ours.jdbcUrl());

      ours.close();
      assertThat(serves(process)).isTrue();

      other.letGo();
      assertThat(serves(process)).isFalse();
    }
  }

  @Test
  void processesThatStartAtOnceShareOneServer() throws Exception {
    withoutCluster();
    // Nothing is there yet: they also meet when unpacking and when creating the data.
    Map<String, String> cache = Map.of(PostgresBinaries.CACHE_VARIABLE, folder + "/cache");
    try (Holder first = Holder.start(workspace, cache);
        Holder second = Holder.start(workspace, cache)) {
      assertThat(first.url()).isEqualTo(second.url());
      ProcessHandle process = process();

      first.letGo();
      assertThat(serves(process)).isTrue();
      second.letGo();
      assertThat(serves(process)).isFalse();
    }
  }

  @Test
  void takesOverTheServerOfAKilledProcess() throws Exception {
    ProcessHandle orphan;
    try (Holder other = Holder.holding(workspace)) {
      orphan = process();
      other.kill();
    }
    assertThat(serves(orphan)).isTrue();

    try (PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(process().pid()).isEqualTo(orphan.pid());
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
    assertThat(serves(orphan)).isFalse();
  }

  @Test
  void replacesAnOrphanWhoseAddressIsLost() throws Exception {
    ProcessHandle orphan;
    try (Holder other = Holder.holding(workspace)) {
      orphan = process();
      other.kill();
    }
    Files.writeString(published(), "{\"port\":1}");

    try (PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(serves(orphan)).isFalse();
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void leavesAServerThatOthersUseAloneWhenItsAddressIsLost() throws Exception {
    try (Holder other = Holder.start(workspace, Map.of())) {
      String url = other.url();
      ProcessHandle process = process();
      Files.delete(published());

      try (PostgresServer server = PostgresServer.join(workspace)) {
        assertThat(server.jdbcUrl()).isEqualTo(url);
        assertThat(process().pid()).isEqualTo(process.pid());
        assertThat(published()).content().contains(server.password());
      }
      assertThat(serves(process)).isTrue();
      other.letGo();
    }
  }

  @Test
  void aServerThatWasKilledComesBackWithAllThatWasCommitted() throws Exception {
    try (PostgresServer server = PostgresServer.join(workspace)) {
      ask(server, "CREATE TABLE paid AS SELECT 42 AS amount; SELECT 1");
      kill(process());

      try (PostgresServer again = PostgresServer.join(workspace)) {
        assertThat(ask(again, "SELECT amount FROM paid")).isEqualTo("42");
        // Pools that were made before find it again.
        assertThat(again.jdbcUrl()).isEqualTo(server.jdbcUrl());
      }
      assertThat(ask(server, "SELECT amount FROM paid")).isEqualTo("42");
    }
  }

  @Test
  void aServerKilledInTheMiddleOfAQueryComesBack() throws Exception {
    try (PostgresServer server = PostgresServer.join(workspace);
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      // This child does not look up from its work when its parent dies.
      Thread query =
          Thread.ofVirtual()
              .start(
                  () ->
                      assertThatThrownBy(
                              () ->
                                  statement.execute(
                                      "SELECT count(*) FROM generate_series(1, 1000000000)"))
                          .isInstanceOf(SQLException.class));
      while (ask(server, "SELECT count(*) FROM pg_stat_activity WHERE state = 'active'")
          .equals("1")) {
        Thread.onSpinWait();
      }
      kill(process());

      try (PostgresServer again = PostgresServer.join(workspace)) {
        assertThat(ask(again, "SELECT 1")).isEqualTo("1");
      }
      query.join();
    }
  }

  @Test
  void startsWhenTheNumberOfADeadServerNowBelongsToAnother() throws Exception {
    PostgresServer.join(workspace).close();
    Files.writeString(
        workspace.db().resolve("cluster/data/postmaster.pid"),
        ProcessHandle.current().pid() + "\n/somewhere\n1\n5432\n\n127.0.0.1\n1 1\nready   \n");

    try (PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
    PostgresServer.join(workspace).close();
    int port = ServerAddress.read(published()).orElseThrow().port();

    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(server.jdbcUrl()).doesNotContain(":" + taken.getLocalPort() + "/");
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void beginsAgainWhenKilledWhileTheDataWasBeingMade() throws Exception {
    withoutCluster();
    try (Holder other = Holder.start(workspace, Map.of())) {
      while (halfMade() == 0) {
        Thread.sleep(5);
      }
      other.kill();
    }

    try (PostgresServer server = PostgresServer.join(workspace)) {
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void clearsAwayWhatAKilledProcessLeftHalfMade() throws Exception {
    withoutCluster();
    Path left = Files.createDirectories(workspace.db().resolve("cluster.new-1/data/base"));
    Files.writeString(left.resolve("1"), "half");

    PostgresServer.join(workspace).close();

    assertThat(halfMade()).isZero();
  }

  @Test
  void refusesDataOfAnotherVersion() throws Exception {
    PostgresServer.join(workspace).close();
    Files.writeString(workspace.db().resolve("cluster/data/PG_VERSION"), "17\n");

    assertThatThrownBy(() -> PostgresServer.join(workspace))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("PostgreSQL 17")
        .hasMessageContaining("pg_dump");
  }

  @Test
  void saysWhyItDoesNotStart() throws Exception {
    PostgresServer.join(workspace).close();
    Files.delete(workspace.db().resolve("cluster/data/global/pg_control"));

    assertThatThrownBy(() -> PostgresServer.join(workspace))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("pg_control")
        .hasMessageContaining("log/postgres.log");
  }

  private Path published() {
    return workspace.db().resolve("server.json");
  }

  private long halfMade() throws IOException {
    if (!Files.isDirectory(workspace.db())) {
      return 0;
    }
    try (Stream<Path> files = Files.list(workspace.db())) {
      return files.filter(f -> f.getFileName().toString().startsWith("cluster.new-")).count();
    }
  }

  /** The server's process, as published. */
  private ProcessHandle process() throws IOException {
    long pid = ServerAddress.read(published()).orElseThrow().pid();
    return ProcessHandle.of(pid).orElseThrow();
  }

  private boolean serves(ProcessHandle process) {
    return new DataDirectory(workspace.db()).worksOn(process);
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }

  /** The first column of the first row of the last of some statements. */
  private static String ask(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
