package org.caisse.jobs.control;

/**
 * A rule that does not hold.
 *
 * @param rule what should hold, in words
 * @param where the file, employer or entry
 * @param found what was found, against what
 */
public record Violation(String rule, String where, String found) {

  @Override
  public String toString() {
    return rule + ": " + where + ": " + found;
  }
}
