package org.caisse.config.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.caisse.config.workspace.Workspace;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of a workspace: in its embedded server, or in the server that the environment names.
 * It has been checked to lose nothing that was committed and to order text by its bytes.
 */
public final class Database implements AutoCloseable {

  /** JDBC address of a server to use instead of the embedded one. */
  public static final String URL_VARIABLE = "CAISSE_DB_URL";

  /** User of that server. */
  public static final String USER_VARIABLE = "CAISSE_DB_USER";

  /** Password of that user. */
  public static final String PASSWORD_VARIABLE = "CAISSE_DB_PASSWORD";

  /** File that holds the password, instead of the variable. */
  public static final String PASSWORD_FILE_VARIABLE = "CAISSE_DB_PASSWORD_FILE";

  private static final String EMBEDDED_NAME = "caisse";
  private static final int LEAST_EXTERNAL_VERSION = 15;
  private static final int POOL_SIZE = 8;
  private static final long CONNECTION_TIMEOUT_MS = 8_000;
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String DATABASE_EXISTS = "42P04";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String CONNECTION_FAILURE = "08006";

  private final Workspace workspace;
  private final Map<String, String> env;
  private final Optional<PostgresServer> server;
  private final ServerLocation location;
  private final HikariDataSource pool;

  private Database(
      Workspace workspace,
      Map<String, String> env,
      Optional<PostgresServer> server,
      ServerLocation location) {
    this.workspace = workspace;
    this.env = env;
    this.server = server;
    this.location = location;
    this.pool = pool(server, location);
  }

  /**
   * Opens the database of a workspace: the one {@code CAISSE_DB_URL} names, else {@code caisse} in
   * the workspace's embedded server, which is started and made if need be.
   *
   * @param env the environment
   * @throws DatabaseException when it cannot be reached, or does not keep what Caisse relies on
   */
  public static Database open(Workspace workspace, Map<String, String> env) {
    if (external(env)) {
      return check(workspace, env, Optional.empty(), ServerLocation.ofEnvironment(env));
    }
    return embedded(workspace, env, EMBEDDED_NAME);
  }

  /** Connections from a small pool; each commits every statement unless told otherwise. */
  public DataSource dataSource() {
    return pool;
  }

  /**
   * A connection of its own, outside the pool: for locks that live as long as a session. The caller
   * closes it.
   */
  public Connection dedicated() throws SQLException {
    return location.connect();
  }

  /** Where it is, for what brings connections of its own. */
  ServerLocation location() {
    return location;
  }

  /** The name of the database in its server. */
  public String databaseName() {
    return location.source().getDatabaseName();
  }

  /**
   * Brings the schema to the version of this program, tables of Spring Batch included. Quick when
   * it is there already; safe when two processes do it at once.
   *
   * @throws DatabaseException when a migration fails or the schema is not one of ours
   */
  public void migrate() {
    new Schema(this, Schema.LOCATION).migrate();
  }

  /**
   * Makes an empty database in the same server and opens it; for tests, which share a server.
   *
   * @param name lower-case letters, digits and underscores
   * @throws DatabaseException when there is one of that name
   */
  public Database createDatabase(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new DatabaseException(
          "'%s' is no name for a database: use lower-case letters, digits and underscores"
              .formatted(name));
    }
    String like = server.isPresent() ? "" : " ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'";
    try (Connection connection = dedicated();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE template0" + like);
    } catch (SQLException e) {
      throw new DatabaseException(
          "database %s cannot be created (%s): choose another name or drop it"
              .formatted(name, e.getMessage()),
          e);
    }
    return forDatabase(name);
  }

  /** Opens another database of the same server, which must exist. It is closed on its own. */
  public Database forDatabase(String name) {
    if (server.isPresent()) {
      return embedded(workspace, env, name);
    }
    PGSimpleDataSource other = location.source();
    other.setDatabaseName(name);
    return check(
        workspace,
        env,
        Optional.empty(),
        new ServerLocation(other.getUrl(), location.user(), location.password()));
  }

  /** What to tell people about a failure, when its cause is that the server was lost. */
  public Optional<String> explainLoss(Throwable failure) {
    return LostServer.explain(failure, workspace, env);
  }

  /** Closes the connections and leaves the embedded server. */
  @Override
  public void close() {
    pool.close();
    server.ifPresent(PostgresServer::close);
  }

  static boolean external(Map<String, String> env) {
    return !env.getOrDefault(URL_VARIABLE, "").isBlank();
  }

  private static Database embedded(Workspace workspace, Map<String, String> env, String name) {
    PostgresServer server = PostgresServer.join(workspace, env);
    try {
      return check(workspace, env, Optional.of(server), server.location(name));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Database check(
      Workspace workspace,
      Map<String, String> env,
      Optional<PostgresServer> server,
      ServerLocation location) {
    String shown = server.isPresent() ? "of " + workspace.home() : "at " + location.url();
    try (Connection connection = firstConnection(server, location)) {
      Promises.check(
          connection, shown, server.isPresent() ? PostgresBinaries.MAJOR : LEAST_EXTERNAL_VERSION);
      return new Database(workspace, env, server, location);
    } catch (SQLException e) {
      throw new DatabaseException(
          "the database %s cannot be used as '%s' (%s): check that the server runs, its address, user and password"
              .formatted(shown, location.user(), e.getMessage()),
          e);
    }
  }

  /** Connects; the first time, the embedded server has no database of ours yet. */
  private static Connection firstConnection(
      Optional<PostgresServer> server, ServerLocation location) throws SQLException {
    try {
      return location.connect();
    } catch (SQLException e) {
      boolean ours = EMBEDDED_NAME.equals(location.source().getDatabaseName());
      if (server.isEmpty() || !ours || !NO_SUCH_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
      createOwn(server.get());
      return location.connect();
    }
  }

  private static void createOwn(PostgresServer server) throws SQLException {
    try (Connection connection = server.location("postgres").connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + EMBEDDED_NAME + " TEMPLATE template0");
    } catch (SQLException e) {
      boolean otherWasFirst =
          DATABASE_EXISTS.equals(e.getSQLState()) || UNIQUE_VIOLATION.equals(e.getSQLState());
      if (!otherWasFirst) {
        throw e;
      }
    }
  }

  /** A pool that does not wait for connections to an embedded server that is no more. */
  private static final class Pool extends HikariDataSource {

    private final Optional<PostgresServer> server;

    Pool(HikariConfig config, Optional<PostgresServer> server) {
      super(config);
      this.server = server;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (server.isPresent() && !server.get().alive()) {
        throw new SQLNonTransientConnectionException("its process is gone", CONNECTION_FAILURE);
      }
      return super.getConnection();
    }
  }

  private static HikariDataSource pool(Optional<PostgresServer> server, ServerLocation location) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("caisse");
    config.setDataSource(location.source());
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(1);
    // Where the server is gone nothing is gained by waiting: a run fails at once and is restarted.
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
    config.setConnectionInitSql(ServerLocation.SESSION_SETUP);
    // A connection was just made and checked: the pool fills when it is used.
    config.setInitializationFailTimeout(-1);
    return new Pool(config, server);
  }
}
