package org.caisse.app.bench;

import java.nio.file.Path;

/**
 * What to measure of care.
 *
 * @param folder where the benchmark keeps its funds and its workspaces
 * @param lines of invoices that come in, about
 * @param history lines that were decided on and told in the two years before, about
 * @param rounds how often
 * @param mainClass of the command line
 */
public record ClaimsOptions(Path folder, int lines, int history, int rounds, String mainClass) {

  /** Months over which the history is spread. */
  public static final int MONTHS = 24;

  private static final int LEAST_LINES = 1_000;

  /** Fewer lines a month do not make a month of invoices. */
  private static final int LEAST_HISTORY = MONTHS * 100;

  public ClaimsOptions {
    folder = folder.toAbsolutePath().normalize();
    if (lines < LEAST_LINES) {
      throw new IllegalArgumentException(
          "--lines %d: %d are the least that can be measured".formatted(lines, LEAST_LINES));
    }
    if (history < LEAST_HISTORY) {
      throw new IllegalArgumentException(
          "--history %d: %d are the least, 100 for each of %d months"
              .formatted(history, LEAST_HISTORY, MONTHS));
    }
    if (rounds < 1) {
      throw new IllegalArgumentException("--rounds %d: 1 is the least".formatted(rounds));
    }
  }

  /** Lines of a month of the history. */
  int seedLines() {
    return history / MONTHS;
  }

  /** Persons of the fund: five lines of invoices for each. */
  int persons() {
    return Math.max(LEAST_LINES, lines / 5);
  }
}
