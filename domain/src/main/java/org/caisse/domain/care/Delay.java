package org.caisse.domain.care;

/**
 * A time that the law gives.
 *
 * @param parameter how many
 * @param unit of what
 */
public record Delay(String parameter, Unit unit) {

  /** What is counted. */
  public enum Unit {
    DAYS,
    MONTHS
  }
}
