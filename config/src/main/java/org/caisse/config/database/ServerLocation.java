package org.caisse.config.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Which database to connect to, and as whom.
 *
 * @param url JDBC address
 * @param user who connects
 * @param password what lets the user in
 */
record ServerLocation(String url, String user, String password) {

  /** Sessions count in UTC, whatever the zone of the machine; the driver would send its own. */
  static final String SESSION_SETUP = "SET TIME ZONE 'UTC'";

  private static final int CONNECT_SECONDS = 10;

  /**
   * The server that the environment names.
   *
   * @throws DatabaseException when user or password are missing
   */
  static ServerLocation ofEnvironment(Map<String, String> env) {
    String url = env.get(Database.URL_VARIABLE);
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new DatabaseException(
          "%s is '%s', which is not the address of a PostgreSQL database: write jdbc:postgresql://host:port/database"
              .formatted(Database.URL_VARIABLE, url));
    }
    String user = env.getOrDefault(Database.USER_VARIABLE, "");
    if (user.isBlank()) {
      throw new DatabaseException(
          "%s is set and %s is not: set it to the user of that database"
              .formatted(Database.URL_VARIABLE, Database.USER_VARIABLE));
    }
    return new ServerLocation(url, user, password(env));
  }

  private static String password(Map<String, String> env) {
    String password = env.getOrDefault(Database.PASSWORD_VARIABLE, "");
    if (!password.isEmpty()) {
      return password;
    }
    String file = env.getOrDefault(Database.PASSWORD_FILE_VARIABLE, "");
    if (file.isBlank()) {
      throw new DatabaseException(
          "%s is set without a password: set %s, or %s to a file that holds it"
              .formatted(
                  Database.URL_VARIABLE,
                  Database.PASSWORD_VARIABLE,
                  Database.PASSWORD_FILE_VARIABLE));
    }
    try {
      return Files.readString(Path.of(file)).stripTrailing();
    } catch (IOException e) {
      throw new DatabaseException(
          "the password file %s of %s cannot be read (%s): check its name and that you may read it"
              .formatted(file, Database.PASSWORD_FILE_VARIABLE, e.getMessage()),
          e);
    }
  }

  /** A source of plain, unpooled connections. */
  PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setReWriteBatchedInserts(true);
    source.setApplicationName("caisse");
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(CONNECT_SECONDS);
    return source;
  }

  /** A new connection, set up as those of the pool are. */
  Connection connect() throws SQLException {
    Connection connection = source().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(SESSION_SETUP);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
