package org.caisse.config.database;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Where the embedded server of a workspace is and what opens it, as published in {@code
 * server.json} for other processes of the same user.
 *
 * @param port TCP port on 127.0.0.1
 * @param password of the user {@link #USER}
 * @param pid process id of the server
 */
record ServerAddress(int port, String password, long pid) {

  /** The only user, owner of everything. */
  static final String USER = "caisse";

  private static final int CONNECT_SECONDS = 10;

  /** The same, for the process that really serves. */
  ServerAddress withPid(long process) {
    return new ServerAddress(port, password, process);
  }

  /** What was published, or nothing when there is no file or it cannot be understood. */
  static Optional<ServerAddress> read(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser json =
        new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        values.put(name, json.getString());
      }
      return Optional.of(
          new ServerAddress(
              Integer.parseInt(values.getOrDefault("port", "")),
              values.getOrDefault("password", ""),
              Long.parseLong(values.getOrDefault("pid", ""))));
    } catch (NoSuchFileException | JacksonException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Publishes this address, for the owner of the file only. */
  void write(Path file) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty("port", port);
      json.writeStringProperty("user", USER);
      json.writeStringProperty("password", password);
      json.writeNumberProperty("pid", pid);
      json.writeEndObject();
    }
    WholeFile.write(file, text.append('\n').toString());
  }

  /**
   * The JDBC address of a database. No encryption on the machine itself, and the password is never
   * shown to whoever else may listen on the port.
   */
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable&requireAuth=scram-sha-256"
        .formatted(port, database);
  }

  /** A new connection to a database. */
  Connection connect(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(USER);
    source.setPassword(password);
    source.setConnectTimeout(CONNECT_SECONDS);
    return source.getConnection();
  }
}
