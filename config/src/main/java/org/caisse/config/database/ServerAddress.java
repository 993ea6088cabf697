package org.caisse.config.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the embedded server of a workspace is and what opens it, as published in {@code
 * server.json} for other processes of the same user.
 *
 * @param port TCP port on 127.0.0.1
 * @param password of the user {@link #USER}, hexadecimal
 * @param pid process id of the server
 */
record ServerAddress(int port, String password, long pid) {

  /** The only user, owner of everything. */
  static final String USER = "caisse";

  private static final String FORM =
      "{\"port\":%d,\"user\":\"" + USER + "\",\"password\":\"%s\",\"pid\":%d}%n";

  /** Exactly what we write: a JSON parser costs every command a quarter of its start. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\{\"port\":(\\d{1,5}),\"user\":\""
              + USER
              + "\",\"password\":\"([0-9a-f]+)\",\"pid\":(\\d{1,18})\\}\\s*");

  /** What was published, or nothing when there is no file or it is not one of ours. */
  static Optional<ServerAddress> read(Path file) throws IOException {
    try {
      Matcher matcher = WRITTEN.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      return matcher.matches()
          ? Optional.of(
              new ServerAddress(
                  Integer.parseInt(matcher.group(1)),
                  matcher.group(2),
                  Long.parseLong(matcher.group(3))))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Publishes this address, for the owner of the file only. */
  void write(Path file) throws IOException {
    WholeFile.write(file, FORM.formatted(port, password, pid));
  }

  /**
   * Where a database of the server is. No encryption within the machine, and the password is never
   * shown to whoever else may listen on the port.
   */
  ServerLocation location(String database) {
    return new ServerLocation(
        "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable&requireAuth=scram-sha-256"
            .formatted(port, database),
        USER,
        password);
  }
}
