package org.caisse.readers.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a coverage-guided engine calls; the property {@code caisse.fuzz.target} names the target.
 */
public final class OneInput {

  private static FuzzTarget target;
  private static Path folder;

  private OneInput() {}

  /** Called once. */
  public static void fuzzerInitialize() throws IOException {
    target = Targets.of(System.getProperty("caisse.fuzz.target"));
    folder = Files.createTempDirectory("caisse-fuzz");
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    target.check(input, folder);
  }
}
