package org.caisse.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** SQL lives in resources beside the class that runs it. */
public final class Sql {

  /** Read once: all of it together is smaller than one of the files that come in. */
  private static final ConcurrentMap<Name, String> READ = new ConcurrentHashMap<>();

  private Sql() {}

  private record Name(Class<?> owner, String name) {}

  /**
   * The text of {@code name.sql} beside a class.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static String of(Class<?> owner, String name) {
    return READ.computeIfAbsent(new Name(owner, name), Sql::read);
  }

  private static String read(Name asked) {
    try (InputStream in = asked.owner().getResourceAsStream(asked.name() + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no " + asked.name() + ".sql beside " + asked.owner().getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
