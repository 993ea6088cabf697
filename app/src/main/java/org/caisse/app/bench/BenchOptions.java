package org.caisse.app.bench;

import java.nio.file.Path;

/**
 * What to measure.
 *
 * @param folder where the benchmark keeps its fund and its workspaces
 * @param lines of persons in the declaration file
 * @param rounds how often
 * @param mainClass of the command line
 */
public record BenchOptions(Path folder, int lines, int rounds, String mainClass) {

  public BenchOptions {
    folder = folder.toAbsolutePath().normalize();
    if (lines < 1_000) {
      throw new IllegalArgumentException(
          "--lines %d: 1000 are the least that can be measured".formatted(lines));
    }
    if (rounds < 1) {
      throw new IllegalArgumentException("--rounds %d: 1 is the least".formatted(rounds));
    }
  }
}
