package org.caisse.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL lives in resources beside the class that runs it. */
public final class Sql {

  private Sql() {}

  /**
   * The text of {@code name.sql} beside a class.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static String of(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("no " + name + ".sql beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
